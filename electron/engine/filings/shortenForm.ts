import type { Form } from "#shared/forms/form.ts";
import { isProse, type Printable } from "#shared/forms/prose.ts";
import { looks } from "#shared/forms/styles.ts";

/** Rows of a long sheet that a window shows: some pages. What is exported has all. */
const mostRows = 400;
const shownRows = 300;
const mostTailRows = 60;

/**
 * A long sheet as a window can show it: its first rows and its total, with how many rows were left out between. Cells
 * over several rows are not torn. Running text stays whole.
 */
export function shortenForm(form: Printable): Readonly<{ form: Printable; rowsLeft: number }> {
  if (isProse(form) || form.rows.length <= mostRows) return { form, rowsLeft: 0 };
  const { rows } = form;
  const head = lastWhole(form, shownRows);
  const tail = Math.max(head, firstOfTail(form));
  return { form: { ...form, rows: [...rows.slice(0, head), ...rows.slice(tail)] }, rowsLeft: tail - head };
}

/** The last row up to `wanted` before which no cell reaches over. */
function lastWhole({ rows }: Form, wanted: number): number {
  let open = 0;
  let whole = 0;
  rows.slice(0, wanted + 1).forEach(({ cells }, row) => {
    if (open <= row) whole = row;
    for (const { rowSpan = 1 } of cells) open = Math.max(open, row + rowSpan);
  });
  return whole;
}

/**
 * The last total and what stands under it. Where there is none so near the end, as before a long list of findings, what
 * stands under the last row with borders; never more than `mostTailRows`.
 */
function firstOfTail({ rows }: Form): number {
  const from = rows.length - mostTailRows;
  const total = rows.findLastIndex(({ cells }) => cells[0]?.style === "totalLabel");
  if (total >= from) return total;
  const last = rows.findLastIndex(({ cells }) => cells.every(({ style }) => looks[style].bordered));
  return Math.max(from, last + 1);
}
