import type { FindingView } from "#shared/api/checks.ts";
import type { InstalmentView } from "#shared/api/contracts.ts";
import type { InvoiceView } from "#shared/api/invoices.ts";
import type { PaymentView } from "#shared/api/payments.ts";
import { cents, formatYuan, sumCents } from "#shared/kernel/cents.ts";
import { daysBetween, isoDate } from "#shared/kernel/dates.ts";
import { pathTo, pathToSubject } from "../../app/paths.ts";
import { paymentWords, waitWords } from "../../components/words.ts";
import type { Todo } from "./TodoList.tsx";

/** "逾期 7 天", "今天到期", "7 月 15 日前" as seen on a day. */
export function dueText(dueDate: string | null, asOf: string): string {
  if (dueDate === null) return "";
  const days = daysBetween(isoDate(asOf), isoDate(dueDate));
  if (days < 0) return `逾期 ${-days} 天`;
  return days === 0 ? "今天到期" : `还有 ${days} 天`;
}

export const instalmentTodo =
  (asOf: string) =>
  (row: InstalmentView): Todo => ({
    key: row.id,
    to: pathTo("instalment", row.id),
    what: `${row.contractName} · ${row.label}`,
    who: row.vendorName,
    when: dueText(row.dueDate, asOf),
    amount: formatYuan(row.remainingCents),
  });

export const waitingTodo = (row: InstalmentView): Todo => ({
  key: row.id,
  to: pathTo("instalment", row.id),
  what: `${row.contractName} · ${row.label}`,
  who: row.vendorName,
  when: row.waitsFor === null ? "" : waitWords[row.waitsFor],
  amount: formatYuan(row.remainingCents),
});

export const invoiceTodo = (row: InvoiceView): Todo => ({
  key: row.id,
  to: pathTo("invoice", row.id),
  what: row.goods === "" ? row.number : row.goods,
  who: row.sellerName,
  when: row.issueDate,
  amount: formatYuan(cents(row.payableCents - row.usedCents)),
});

export const paymentTodo = (row: PaymentView): Todo => ({
  key: row.id,
  to: pathTo("payment", row.id),
  what: row.purpose === "" ? row.paymentNo : row.purpose,
  who: row.payeeName,
  when: paymentWords[row.state],
  amount: formatYuan(row.amountCents),
});

/** The paper that is wrong; where none is named, the list of findings. */
function toPaper({ subjects: [first] }: FindingView): string {
  return first === undefined ? "/checks" : pathToSubject(first);
}

export const findingTodo = (finding: FindingView): Todo => ({
  key: finding.key,
  to: toPaper(finding),
  what: finding.message,
  wide: true,
});

export const remainingSum = (rows: readonly InstalmentView[]): string =>
  formatYuan(sumCents(rows.map((row) => row.remainingCents)));
