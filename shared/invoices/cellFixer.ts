import { type PlainRow, textCell } from "../excel/plainCell.ts";
import type { CellFix } from "./said.ts";

/** A cell that is read as somebody says, with what the file says. */
export type FixedCell = Readonly<{ row: number; index: number; before: string; after: string }>;

/** Puts what somebody says into the cells of a sheet as its rows go by; the later of two for a cell counts. */
export function cellFixer(fixes: readonly CellFix[]): Readonly<{
  row: (row: PlainRow) => PlainRow;
  /** Those that met their row. */
  fixed: () => readonly FixedCell[];
}> {
  const byRow = new Map<number, Map<number, string>>();
  for (const { row, index, text } of fixes) {
    const cells = byRow.get(row) ?? new Map<number, string>();
    cells.set(index, text);
    byRow.set(row, cells);
  }
  const done: FixedCell[] = [];
  return {
    row: (row) => {
      const wanted = byRow.get(row.rowNo);
      if (wanted === undefined) return row;
      const cells = [...row.cells];
      for (const [index, text] of wanted) {
        done.push({ row: row.rowNo, index, before: cells[index]?.text ?? "", after: text });
        cells[index] = text.trim() === "" ? undefined : textCell(text);
      }
      return { ...row, cells };
    },
    fixed: () => done,
  };
}
