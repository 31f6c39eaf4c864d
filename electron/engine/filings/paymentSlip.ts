import type { PaymentSlip, SlipInvoice } from "#shared/forms/builders/slip.ts";
import type { FormValue } from "#shared/forms/form.ts";
import { amount, dateOrEmpty, empty, text } from "#shared/forms/values.ts";
import { capitalAmount } from "#shared/kernel/capitalAmount.ts";
import { formatYuan, sumCents } from "#shared/kernel/cents.ts";
import { formatPeriodText } from "#shared/kernel/dates.ts";
import type { Attachment } from "#shared/model/attachment.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";
import { instalmentName } from "#shared/rules/words.ts";
import { attachmentWords, payMethodWords } from "#shared/words/words.ts";
import { goodsOfInvoices } from "../store/invoices.ts";
import { checkLine } from "./findingLines.ts";
import type { PaymentSource } from "./sources.ts";

/** What the slips of a payment say, as of the day of the facts. */
export async function paymentSlip({
  context,
  facts,
  payment,
  findings,
}: PaymentSource): Promise<PaymentSlip> {
  const { row } = payment;
  const goods = await goodsOfInvoices(
    context.ledger,
    payment.invoiceUses.map(({ of }) => of.id),
  );
  const { handledBy, reviewedBy, approvedBy } = row;
  return {
    fields: fieldsOf(facts, payment),
    invoices: payment.invoiceUses.map(
      ({ of, cents }): SlipInvoice => ({
        number: of.number,
        issueDate: of.issueDate,
        sellerName: of.sellerName,
        goods: goods.get(of.id) ?? "",
        grossCents: of.grossCents,
        usedCents: cents,
      }),
    ),
    findings: findings.map(checkLine),
    signers: { handledBy, reviewedBy, approvedBy },
  };
}

function fieldsOf(facts: Facts, payment: PaymentFact): PaymentSlip["fields"] {
  const { row, contract, lineUse, invoiceUses } = payment;
  const project = facts.projects.get(row.projectId);
  const line = lineUse?.of;
  const { periodFrom, periodTo } = row;
  return {
    payer: text(payerName(facts, payment)),
    paymentNo: text(row.paymentNo),
    requestedOn: dateOrEmpty(row.requestedOn),
    purpose: text(row.purpose),
    payee: text(row.payeeName),
    method: text(payMethodWords[row.method]),
    bank: text(bankOf(facts, payment)),
    account: text(row.payeeAccountNo),
    project: text(project === undefined ? "" : `${project.name}（${project.code}）`),
    budgetLine: text(line === undefined ? "" : `${line.name}（${row.economicCode || line.economicCode}）`),
    contract: text(contract === undefined ? "" : `${contract.row.contractNo}　${contract.row.name}`),
    instalments: text(instalmentText(payment)),
    period: text(periodFrom === null || periodTo === null ? "" : formatPeriodText(periodFrom, periodTo)),
    contractSum: contract?.sumCents == null ? empty : amount(contract.sumCents),
    paidBefore: paidBefore(facts, payment),
    capital: text(`人民币${capitalAmount(row.amountCents)}`),
    amount: amount(row.amountCents),
    invoiceCount: text(`${invoiceUses.length}张`),
    attachments: text(attachmentText(facts, payment)),
    note: text([row.isAdvance === 1 ? "预付款" : "", row.note].filter((part) => part !== "").join("\n")),
  };
}

function payerName(facts: Facts, { row }: PaymentFact): string {
  const unit = row.payerUnitId ?? facts.projects.get(row.projectId)?.implementingUnitId ?? null;
  return unit === null ? "" : facts.ownUnits.nameOn(unit, row.requestedOn);
}

const bankOf = (facts: Facts, { row }: PaymentFact): string =>
  facts.rows.vendorAccount.find(
    ({ vendorId, accountNo }) => vendorId === row.vendorId && accountNo === row.payeeAccountNo,
  )?.bank ?? "";

/** "第1季度（应付58,800.00，本次58,800.00）", one to a line. */
const instalmentText = ({ instalmentUses }: PaymentFact): string =>
  instalmentUses
    .map(
      ({ of, cents }) =>
        `${instalmentName(of.row)}（应付${formatYuan(of.payableCents)}，本次${formatYuan(cents)}）`,
    )
    .join("\n");

/** What earlier payments paid on the contract; blank without one. */
function paidBefore(facts: Facts, { contract, order }: PaymentFact): FormValue {
  if (contract === undefined) return empty;
  const earlier = facts.usesOfContract
    .of(contract)
    .filter(({ payment }) => payment.isPaid && payment.order < order);
  return amount(sumCents(earlier.map(({ use }) => use.cents)));
}

/** "共3张：发票1张、验收单1张、合同扫描件1张": the invoices, and what is filed with the payment or its acceptances. */
function attachmentText(facts: Facts, { row, invoiceUses, instalmentUses }: PaymentFact): string {
  const instalments = new Set<string>(instalmentUses.map(({ of }) => of.row.id));
  const acceptances = new Set<string>(
    facts.rows.acceptance
      .filter(({ instalmentId }) => instalmentId !== null && instalments.has(instalmentId))
      .map(({ id }) => id),
  );
  const filed = facts.rows.filedPaper.filter(
    ({ kind, paymentId, acceptanceId }) =>
      kind !== "invoice" &&
      (paymentId === row.id || (acceptanceId !== null && acceptances.has(acceptanceId))),
  );
  const counts = new Map<Attachment["kind"], number>();
  if (invoiceUses.length > 0) counts.set("invoice", invoiceUses.length);
  for (const { kind } of filed) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return "无";
  return `共${total}张：${[...counts].map(([kind, count]) => `${attachmentWords[kind]}${count}张`).join("、")}`;
}
