import { type Cents, sumCents } from "../kernel/cents.ts";
import { daysBetween } from "../kernel/dates.ts";
import type { Vendor } from "../model/contract.ts";
import type { Invoice } from "../model/invoice.ts";
import type { Facts } from "../rules/facts.ts";
import { invoicePeriod } from "./goods.ts";
import type { Paper } from "./paper.ts";
import { points, type Reason, scoreOf } from "./score.ts";
import { invoiceFreeCents } from "./suggestForInvoice.ts";

export type OpenInvoice = Readonly<{ invoice: Invoice; freeCents: Cents }>;

/** Invoices that a payment may rest on, together. */
export type InvoiceSet = Readonly<{
  invoices: readonly OpenInvoice[];
  score: number;
  reasons: readonly Reason[];
}>;

const mostSets = 6;
const longestRun = 12;

/** Invoices of a vendor with something left to pay, the earliest first. */
export function openInvoicesOf(
  facts: Facts,
  vendor: Vendor,
  ignoredPaymentId?: string,
): readonly OpenInvoice[] {
  const aliases = facts.rows.vendorName.filter((row) => row.vendorId === vendor.id).map((row) => row.name);
  return facts.invoices
    .ofVendor({ ...vendor, names: [vendor.name, ...aliases] })
    .filter((row) => row.isRed === 0 && row.issueDate <= facts.asOf)
    .map((invoice) => ({ invoice, freeCents: invoiceFreeCents(facts, invoice, ignoredPaymentId) }))
    .filter((open) => open.freeCents > 0)
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

const key = ({ invoice }: OpenInvoice): string => `${invoice.issueDate}|${invoice.number}`;

/** The choices for a payment among open invoices: those that add up to it, and every single one. The best first. */
export function invoiceSetsFor(
  facts: Facts,
  open: readonly OpenInvoice[],
  paper: Paper,
  vendor: Vendor,
): readonly InvoiceSet[] {
  const runs = [...runsOfSum(open, paper.amountCents), ...open.map((one) => [one])];
  const unique = new Map(runs.map((run) => [run.map(({ invoice }) => invoice.id).join("|"), run]));
  return [...unique.values()]
    .map((invoices) => {
      const reasons = [
        { text: `发票由${vendor.name}开具`, points: points.taxId },
        ...(open.length === 1 ? [{ text: "该供应商只有一张未付发票", points: points.onlyContract }] : []),
        ...dateReasons(facts, invoices, paper),
        amountReason(invoices, paper),
      ];
      return { invoices, score: scoreOf(reasons), reasons };
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostSets);
}

function runsOfSum(open: readonly OpenInvoice[], amount: Cents): readonly (readonly OpenInvoice[])[] {
  const runs: (readonly OpenInvoice[])[] = [];
  for (const [start] of open.entries()) {
    let sum = 0;
    for (let length = 1; length <= longestRun && start + length <= open.length && sum < amount; length += 1) {
      sum += open[start + length - 1]?.freeCents ?? 0;
      if (sum === amount) runs.push(open.slice(start, start + length));
    }
  }
  return runs;
}

function dateReasons(facts: Facts, invoices: readonly OpenInvoice[], paper: Paper): readonly Reason[] {
  const [only, second] = invoices;
  const period = only === undefined || second !== undefined ? undefined : invoicePeriod(facts, only.invoice);
  if (period !== undefined && paper.period !== undefined) {
    const same = period.from === paper.period.from && period.to === paper.period.to;
    return [
      same
        ? { text: "发票写明的期间与付款所属期一致", points: points.period }
        : { text: "发票写明的期间与付款所属期不同", points: points.periodDiffers },
    ];
  }
  const days = Math.min(
    ...invoices.map(({ invoice }) => Math.abs(daysBetween(invoice.issueDate, paper.day))),
  );
  return days <= 31 ? [{ text: `开票日与申请日相差${days}天`, points: points.near }] : [];
}

function amountReason(invoices: readonly OpenInvoice[], paper: Paper): Reason {
  const free = sumCents(invoices.map((one) => one.freeCents));
  if (free === paper.amountCents) {
    return invoices.length === 1
      ? { text: "金额与发票可付余额一致", points: points.amount }
      : { text: `金额等于${invoices.length}张发票合计`, points: points.sum };
  }
  return paper.amountCents < free
    ? { text: "金额小于发票可付余额", points: points.part }
    : { text: "金额大于发票可付余额", points: points.amountDiffers };
}
