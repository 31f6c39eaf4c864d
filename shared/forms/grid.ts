import type { CellRange, Form, FormCell } from "./form.ts";

/** A cell with the place it takes on the grid; rows and columns count from 0. */
export type PlacedCell = Readonly<{
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  cell: FormCell;
}>;

/** The cells of each row, by the row in which they begin. */
export type Grid = readonly (readonly PlacedCell[])[];

/**
 * Places every cell. Throws when the rows do not fill the columns exactly: a mistake of the builder, not of its user.
 */
export function placeCells(form: Form): Grid {
  const width = form.columns.length;
  /** For each column the row from which it is free again. */
  const freeFrom = new Array<number>(width).fill(0);
  const grid = form.rows.map(({ cells }, row) => {
    let column = 0;
    const placed = cells.map((cell) => {
      while (column < width && (freeFrom[column] ?? 0) > row) column += 1;
      const { colSpan = 1, rowSpan = 1 } = cell;
      for (let at = column; at < column + colSpan; at += 1) {
        if (at >= width) throw new RangeError(`row ${row} of ${form.id} is wider than its ${width} columns`);
        if ((freeFrom[at] ?? 0) > row)
          throw new RangeError(`row ${row} of ${form.id} runs into a merged cell`);
        freeFrom[at] = row + rowSpan;
      }
      const place = { row, column, rowSpan, colSpan, cell };
      column += colSpan;
      return place;
    });
    if (freeFrom.some((free) => free <= row)) throw new RangeError(`row ${row} of ${form.id} is not filled`);
    return placed;
  });
  if (freeFrom.some((free) => free > form.rows.length)) {
    throw new RangeError(`a cell of ${form.id} reaches below its last row`);
  }
  return grid;
}

/** "A", "Z", "AA" for 0, 25, 26. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? "" : columnName(rest - 1)}${String.fromCharCode(65 + (column % 26))}`;
}

/** "C12" for row 11 and column 2. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** The cells of one column in these rows, neighbouring rows joined to one range. */
export function rangesOf(column: number, rows: readonly number[]): readonly CellRange[] {
  const ranges: CellRange[] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last !== undefined && last.toRow === row - 1) ranges[ranges.length - 1] = { ...last, toRow: row };
    else ranges.push({ fromRow: row, toRow: row, fromColumn: column, toColumn: column });
  }
  return ranges;
}
