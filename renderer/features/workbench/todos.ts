import type { FindingView } from "#shared/api/checks.ts";
import type { DueItem, DueKind } from "#shared/api/due.ts";
import type { InvoiceRow } from "#shared/api/invoices.ts";
import type { MissingPaperCount } from "#shared/api/papers.ts";
import type { PaymentRow } from "#shared/api/payments.ts";
import { cents, formatYuan, sumCents } from "#shared/kernel/cents.ts";
import { paymentWords } from "#shared/words/words.ts";
import { pathTo, pathToSubject } from "../../app/paths.ts";
import type { Todo } from "./TodoList.tsx";

/** "逾期 7 天", "今天到期", "还有 12 天". */
export function daysText(days: number | null): string {
  if (days === null) return "";
  if (days < 0) return `逾期 ${-days} 天`;
  return days === 0 ? "今天到期" : `还有 ${days} 天`;
}

/** A thing that is due; one that has no day yet says what it waits for. */
export const dueTodo = (item: DueItem): Todo =>
  item.kind === "reversed"
    ? { key: item.key, to: pathToSubject(item.subject), what: `${item.what}${item.why}`, wide: true }
    : datedTodo(item);

const datedTodo = (item: DueItem): Todo => ({
  key: item.key,
  to: pathToSubject(item.subject),
  what: item.contractName === "" ? item.what : `${item.contractName} · ${item.what}`,
  who: item.vendorName,
  when: item.kind === "blocked" ? item.why : daysText(item.days),
  amount: item.amountCents === null ? "" : formatYuan(item.amountCents),
});

export const ofKinds = (items: readonly DueItem[], ...kinds: readonly DueKind[]): readonly DueItem[] =>
  items.filter((item) => kinds.includes(item.kind));

/** Nothing where only dates matter. */
export const dueSum = (items: readonly DueItem[]): string => {
  const amounts = items.flatMap((item) => item.amountCents ?? []);
  return amounts.length === 0 ? "" : formatYuan(sumCents(amounts));
};

export const invoiceTodo = (row: InvoiceRow): Todo => ({
  key: row.id,
  to: pathTo("invoice", row.id),
  what: row.goods === "" ? row.number : row.goods,
  who: row.sellerName,
  when: row.issueDate,
  amount: formatYuan(cents(row.payableCents - row.usedCents)),
});

export const paymentTodo = (row: PaymentRow): Todo => ({
  key: row.id,
  to: pathTo("payment", row.id),
  what: row.purpose === "" ? row.paymentNo : row.purpose,
  who: row.payeeName,
  when: paymentWords[row.state],
  amount: formatYuan(row.amountCents),
});

export const missingPapersPath = "/invoices?view=papers";

/** All of them in one line: each stands on the list it leads to. */
export const missingPapersTodo = (
  { count, onPayments }: MissingPaperCount,
  fiscalYear: number,
): readonly Todo[] =>
  count === 0
    ? []
    : [
        {
          key: "missingPapers",
          to: missingPapersPath,
          what: `${fiscalYear} 年开具的发票有 ${count} 张没有存原件${onPayments === 0 ? "" : `，其中 ${onPayments} 张已用于付款`}`,
          wide: true,
        },
      ];

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
