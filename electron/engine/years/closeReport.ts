import type { DueItem } from "#shared/api/due.ts";
import type { CloseItem, CloseReport } from "#shared/api/years.ts";
import { fundUse } from "#shared/budget/fundUse.ts";
import { type Cents, subtractCents, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { formatDateText, isoDate } from "#shared/kernel/dates.ts";
import { checkLedger } from "#shared/rules/check.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { ofPayment, ofProject } from "#shared/rules/words.ts";
import { paymentWords } from "#shared/words/words.ts";
import { decided } from "../checks/decisions.ts";
import type { Context } from "../context.ts";
import { listDue } from "../due/listDue.ts";
import { listInvoiceViews } from "../invoices/listInvoiceViews.ts";
import { projectsInScope } from "../scope.ts";
import type { ReadableLedger } from "../store/types.ts";
import { getYear } from "./listYears.ts";

type Entry = CloseItem["entries"][number];

/** What is still open in a year, as of today: to be looked at before it is closed, for then it can not be mended. */
export async function closeReport(
  context: Context,
  { year }: Readonly<{ year: number }>,
): Promise<CloseReport> {
  const facts = await context.facts();
  const due = await listDue(context, { fiscalYear: year, projectId: null, asOf: facts.asOf });
  const items: readonly CloseItem[] = [
    ...(await blockingItems(context.ledger, facts, year)),
    ofDue("unpaid", due.items, ["overdue", "due", "blocked"]),
    await openInvoices(context, year),
    ofDue("advances", due.items, ["advance"]),
    carryOver(facts, year),
  ];
  return {
    year: await getYear(context, year),
    asOf: facts.asOf,
    items: items.filter(isOpen),
  };
}

const isOpen = ({ entries }: CloseItem): boolean => entries.length > 0;

/** What of a year must be mended or accepted before it is closed; `facts` are those of `ledger`. */
export const blockingItems = async (
  ledger: ReadableLedger,
  facts: Facts,
  year: number,
): Promise<readonly CloseItem[]> =>
  [notOver(facts, year), openPayments(facts, year), await blockingFindings(ledger, facts, year)].filter(
    isOpen,
  );

function notOver(facts: Facts, year: number): CloseItem {
  const end = isoDate(`${year}-12-31`);
  const text = `年度到${formatDateText(end)}才结束，今天是${formatDateText(facts.asOf)}。`;
  return {
    check: "notOver",
    blocking: true,
    title: "年度还没有结束",
    advice: "关账后不能再登记本年度的付款和合同。",
    amountCents: null,
    entries: facts.asOf > end ? [] : [{ text, amountCents: null, subject: null }],
  };
}

function openPayments(facts: Facts, year: number): CloseItem {
  const projects = projectsInScope(facts, { fiscalYear: year });
  const open = facts.payments.filter(({ row, isPaid }) => !isPaid && projects.has(row.projectId));
  return {
    check: "openPayments",
    blocking: true,
    title: "在办付款",
    advice: "关账后不能再支付，请先付清、作废，或改由下年度办理。",
    ...entriesOf(
      open.map((payment) => ({
        text: `${payment.row.paymentNo} ${payment.row.payeeName}（${paymentWords[payment.state]}）`,
        amountCents: payment.row.amountCents,
        subject: ofPayment(payment),
      })),
    ),
  };
}

async function blockingFindings(ledger: ReadableLedger, facts: Facts, year: number): Promise<CloseItem> {
  const findings = await decided(ledger, facts, checkLedger(facts, { fiscalYear: year }));
  return {
    check: "blockingFindings",
    blocking: true,
    title: "未处理的阻断问题",
    advice: "请改正，或在“核对”里逐个写明理由接受。",
    amountCents: null,
    entries: findings
      .filter((finding) => finding.severity === "block" && finding.state === "open")
      .map(({ ruleId, message, subjects: [subject] }) => ({
        text: `${ruleId} ${message}`,
        amountCents: null,
        subject: subject ?? null,
      })),
  };
}

const dueTexts = {
  unpaid: { title: "到期未付的期次", advice: "请付清，或转由下年度预算安排。" },
  advances: { title: "未冲销的预付款", advice: "请催收发票冲销；跨年的，写明原因。" },
} as const;

function ofDue(
  check: keyof typeof dueTexts,
  items: readonly DueItem[],
  kinds: readonly DueItem["kind"][],
): CloseItem {
  return {
    check,
    blocking: false,
    ...dueTexts[check],
    ...entriesOf(
      items
        .filter((item) => kinds.includes(item.kind))
        .map((item) => ({
          text: `${item.contractName} ${item.what}（${item.why}）`.trim(),
          amountCents: item.amountCents,
          subject: item.subject,
        })),
    ),
  };
}

async function openInvoices(context: Context, year: number): Promise<CloseItem> {
  const invoices = await listInvoiceViews(context, { fiscalYear: year });
  return {
    check: "openInvoices",
    blocking: false,
    title: "未安排付款的发票",
    advice: "请核对是否漏付；不属于本年度支出的，不必处理。",
    ...entriesOf(
      invoices
        .filter((invoice) => invoice.open)
        .map((invoice) => ({
          text: `${invoice.number} ${invoice.sellerName}（${invoice.issueDate}）`,
          amountCents: subtractCents(invoice.payableCents, invoice.usedCents),
          subject: { kind: "invoice", id: invoice.id, label: invoice.number },
        })),
    ),
  };
}

function carryOver(facts: Facts, year: number): CloseItem {
  const left = facts.rows.project
    .filter((project) => project.fiscalYear === year)
    .flatMap((project) => {
      const source = fundUse(facts, project.id).sources.find(({ kind }) => kind === "carryOver");
      if (source === undefined || source.leftCents <= 0) return [];
      return { text: project.name, amountCents: source.leftCents, subject: ofProject(project) };
    });
  return {
    check: "carryOver",
    blocking: false,
    title: "没有用完的上年结转资金",
    advice: "结转资金连续两年未用完的，一般要收回。",
    ...entriesOf(left),
  };
}

const entriesOf = (
  entries: readonly Entry[],
): Readonly<{ amountCents: Cents; entries: readonly Entry[] }> => ({
  amountCents: sumCents(entries.map((entry) => entry.amountCents ?? zeroCents)),
  entries,
});
