import type { Form, FormCell, FormRow } from "#shared/forms/form.ts";

/** A cell that was parted from another has no line on the side where it was. */
export type WordCell = FormCell & Readonly<{ open?: "top" | "bottom" }>;
export type WordRow = Omit<FormRow, "cells"> & Readonly<{ cells: readonly WordCell[] }>;

/** A table of its own, whose first `headings` rows stand again on every page. */
export type WordPart = Readonly<{ rows: readonly WordRow[]; headings: number }>;

/**
 * Shares out the rows of a sheet on tables as Word can repeat them: what stands before the rows that repeat is a table
 * without a heading. A label that reaches from a heading down into the rows below is parted, because Word repeats no row
 * that is merged with one that does not: the text stays with the heading and so stands on every page. Where a cell reaches
 * from above into the heading, as where slips are bound, the sheet stays one table and nothing repeats.
 */
export function wordParts({ rows, page: { repeat } }: Form): readonly WordPart[] {
  if (repeat === null) return [{ rows, headings: 0 }];
  const { fromRow, toRow } = repeat;
  const reachesIn = rows
    .slice(0, fromRow)
    .some(({ cells }, row) => cells.some(({ rowSpan = 1 }) => row + rowSpan > fromRow));
  if (reachesIn) return [{ rows, headings: 0 }];
  const below = parted(rows.slice(fromRow), toRow - fromRow + 1);
  const part = { rows: below, headings: toRow - fromRow + 1 };
  return fromRow === 0 ? [part] : [{ rows: rows.slice(0, fromRow), headings: 0 }, part];
}

function parted(rows: readonly FormRow[], headings: number): readonly WordRow[] {
  const lower: WordCell[] = [];
  const upper = rows.slice(0, headings).map((row, index): WordRow => {
    const cells = row.cells.map((cell): WordCell => {
      const { rowSpan = 1, ...rest } = cell;
      const inHeading = headings - index;
      if (rowSpan <= inHeading) return cell;
      lower.push({ ...rest, value: { kind: "empty" }, rowSpan: rowSpan - inHeading, open: "top" });
      return { ...rest, rowSpan: inHeading, open: "bottom" };
    });
    return { ...row, cells };
  });
  const [first, ...others] = rows.slice(headings);
  if (first === undefined) return upper;
  // Labels that reach down stand at the left of the sheet.
  return [...upper, { ...first, cells: [...lower, ...first.cells] }, ...others];
}
