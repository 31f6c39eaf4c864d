import type { InstalmentView } from "#shared/api/contracts.ts";
import type { PayPlanGroup, PayPlanLine, PayPlanSheet } from "#shared/forms/builders/payPlan.ts";
import { type Cents, formatYuan, subtractCents, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { formatPeriodText } from "#shared/kernel/dates.ts";
import type { ContractFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";
import { statusLabels } from "#shared/schedule/instalmentStatus.ts";
import { paymentWords, waitWords } from "#shared/words/words.ts";
import { contractView, instalmentView } from "../contracts/views.ts";
import { projectsInScope } from "../scope.ts";
import type { YearSource } from "./sources.ts";

/** The payment plan as it stood on the day of the facts, contract by contract. */
export function payPlanSheet({
  facts,
  scope,
  sheet,
}: Pick<YearSource, "facts" | "scope" | "sheet">): PayPlanSheet {
  const projects = projectsInScope(facts, scope);
  const contracts = facts.contracts.filter(({ row }) => projects.has(row.projectId));
  const withoutContract = facts.payments.filter(
    ({ row, contract }) => projects.has(row.projectId) && contract === undefined,
  );
  return {
    scope: sheet,
    groups: [
      ...contracts.map((contract) => contractGroup(facts, contract)),
      ...noContractGroup(withoutContract),
    ],
  };
}

/** Payments under a contract that settle none of its instalments, as with 据实支付. */
const paymentsAside = (facts: Facts, contract: ContractFact): readonly PaymentFact[] =>
  facts.paymentsOfContract.of(contract).filter(({ instalmentUses }) => instalmentUses.length === 0);

function contractGroup(facts: Facts, contract: ContractFact): PayPlanGroup {
  const instalments = contract.instalments.map((instalment) => instalmentView(facts, instalment));
  const view = contractView(facts, contract, instalments);
  const total = view.totalCents === null ? "未约定（据实支付）" : formatYuan(view.totalCents);
  const lines = [
    ...instalments.map(instalmentLine),
    ...paymentsAside(facts, contract).map((payment) => paymentLine(payment)),
  ];
  return {
    heading: [`合同 ${view.contractNo}`, view.name, `乙方：${view.vendorName}`, `合同金额：${total}`],
    lines: [...lines, ...restLine(lines, view)],
  };
}

function instalmentLine(instalment: InstalmentView): PayPlanLine {
  const period = formatPeriodText(instalment.periodFrom, instalment.periodTo);
  const named = instalment.label !== "" && instalment.label !== period;
  const waits = instalment.waitsFor === null ? [] : [waitWords[instalment.waitsFor]];
  return {
    label: named ? instalment.label : `第${instalment.seq}期`,
    period,
    earliestDate: instalment.earliestDate,
    dueDate: instalment.dueDate,
    planned: { amountCents: instalment.amountCents, deductionCents: instalment.deductionCents },
    invoicedCents: instalment.invoicedCents,
    paidCents: instalment.paidCents,
    status: statusLabels[instalment.status],
    overdue: instalment.status === "overdue",
    note: [...waits, ...instalment.paymentNos].join("\n"),
  };
}

/** What was paid without an instalment was due by itself, so that 应付 − 扣款 − 已付 = 未付 holds in every total. */
const asPaid = (amountCents: Cents) => ({ amountCents, deductionCents: zeroCents });

const unplanned = { earliestDate: null, dueDate: null, planned: null, overdue: false } as const;

/** What is left of the contract's payments, so that the sheet adds up to the ledger. */
function restLine(
  lines: readonly PayPlanLine[],
  contract: Readonly<{ invoicedCents: Cents; paidCents: Cents }>,
): readonly PayPlanLine[] {
  const rest = (of: "invoicedCents" | "paidCents"): Cents =>
    subtractCents(contract[of], sumCents(lines.map((line) => line[of])));
  const [invoicedCents, paidCents] = [rest("invoicedCents"), rest("paidCents")];
  if (invoicedCents === 0 && paidCents === 0) return [];
  return [
    {
      ...unplanned,
      label: "其他",
      period: "未对应期次",
      planned: asPaid(paidCents),
      status: "",
      invoicedCents,
      paidCents,
      note: "",
    },
  ];
}

function noContractGroup(payments: readonly PaymentFact[]): readonly PayPlanGroup[] {
  if (payments.length === 0) return [];
  return [{ heading: ["未关联合同的付款"], lines: payments.map(paymentLine) }];
}

function paymentLine({ row, allocations, contract, state, payDate, isPaid }: PaymentFact): PayPlanLine {
  const { periodFrom, periodTo, paymentNo, payeeName, requestedOn, amountCents } = row;
  const payee = payeeName === contract?.vendor?.name ? [] : [payeeName];
  const period = periodFrom === null || periodTo === null ? [] : [formatPeriodText(periodFrom, periodTo)];
  const day = isPaid ? `${payDate}支付` : `${requestedOn}申请`;
  return {
    ...unplanned,
    label: "付款",
    period: [...period, day].join("\n"),
    invoicedCents: sumCents(
      allocations.filter(({ invoiceId }) => invoiceId !== null).map((link) => link.amountCents),
    ),
    planned: isPaid ? asPaid(amountCents) : null,
    paidCents: isPaid ? amountCents : zeroCents,
    status: paymentWords[state],
    note: [paymentNo, ...payee].join("\n"),
  };
}
