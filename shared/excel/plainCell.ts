/**
 * A cell as a reader hands it on, whatever kind of file it came from. `text` is what the file holds: for a number the
 * digits as stored ("2.2312E+19", "430000.01"), for a date "2022-01-31" or "2022-01-31 11:33:22".
 */
export type PlainCell = Readonly<{
  kind: CellKind;
  text: string;
  /** The value stands in another cell that this one is merged with. */
  merged?: true;
}>;

/**
 * Kept apart because a program may have damaged what it stored: a long number in a `number` cell has lost its last
 * digits. `uncomputed` is a formula whose result the file does not hold.
 */
export type CellKind = "text" | "number" | "date" | "boolean" | "error" | "uncomputed";

/** A row that holds something. Index 0 is column A; cells that hold nothing are missing. */
export type PlainRow = Readonly<{
  /** 1 is the first row of the sheet. */
  rowNo: number;
  cells: readonly (PlainCell | undefined)[];
  /** Not shown, by hand or by a filter. */
  hidden?: true;
}>;

export const textCell = (text: string): PlainCell => ({ kind: "text", text });

/** "A" for 0, "AA" for 26. */
export const columnLetters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);
