import type { CellRange } from "#shared/forms/form.ts";
import { cellName, type PlacedCell } from "#shared/forms/grid.ts";

/** Excel has no row higher than 409.5 points. */
const tallest = 400;
/** Parts of a taller row: low enough that pages fill well, whole lines of the body text. */
const partHeight = 10.5 * 1.45 * 12;

/** Where the rows of a form come to stand on the worksheet: one each, but several for a row higher than Excel allows. */
export type SheetRows = Readonly<{
  /** Heights of the worksheet's rows, points. */
  heights: readonly number[];
  /** First worksheet row of each row of the form, counted from 0; one more entry than rows. */
  starts: readonly number[];
}>;

export function sheetRows(formHeights: readonly number[]): SheetRows {
  const heights: number[] = [];
  const starts = [0];
  for (const height of formHeights) {
    const parts = height <= tallest ? 1 : Math.ceil(height / partHeight);
    for (let part = 0; part < parts; part += 1) heights.push(Math.ceil((height / parts) * 4) / 4);
    starts.push(heights.length);
  }
  return { heights, starts };
}

const startOf = (rows: SheetRows, row: number): number => rows.starts[row] ?? 0;

/** The cell on the worksheet, from 0, with both ends. */
export const sheetRange = (rows: SheetRows, { row, column, rowSpan, colSpan }: PlacedCell): CellRange => ({
  fromRow: startOf(rows, row),
  fromColumn: column,
  toRow: startOf(rows, row + rowSpan) - 1,
  toColumn: column + colSpan - 1,
});

/** "B3:B9" for a range of the form's cells. */
export function sheetAddress(rows: SheetRows, range: CellRange): string {
  const from = cellName(startOf(rows, range.fromRow), range.fromColumn);
  const to = cellName(startOf(rows, range.toRow), range.toColumn);
  return from === to ? from : `${from}:${to}`;
}
