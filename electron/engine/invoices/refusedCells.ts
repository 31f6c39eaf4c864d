import type { PlainRow } from "#shared/excel/plainCell.ts";
import { cellFixer } from "#shared/invoices/cellFixer.ts";
import type { RejectedRow } from "#shared/invoices/preview.ts";
import type { CellFix } from "#shared/invoices/said.ts";
import { rowTexts } from "#shared/invoices/sheetContext.ts";
import type { KeptList } from "./listRows.ts";

/**
 * Gives refused rows that were read well, and go with a bad row of the same invoice, their cells from the rows that were
 * kept, so that they can be looked at and put right like the others.
 */
export function withCells(
  rejected: readonly RejectedRow[],
  kept: KeptList | undefined,
  fixes: readonly CellFix[],
): readonly RejectedRow[] {
  const bare = rejected.filter(({ cells }) => cells.length === 0);
  if (kept === undefined || bare.length === 0) return rejected;
  const rows = new Map(
    kept.sheets.map(({ info, rows: all }) => [info.name, wantedRows(info.name, all, bare, fixes)]),
  );
  return rejected.map((refused) => {
    const row = refused.cells.length > 0 ? undefined : rows.get(refused.sheet)?.get(refused.row);
    return row === undefined ? refused : { ...refused, cells: rowTexts(row), summary: "" };
  });
}

function wantedRows(
  name: string,
  rows: readonly PlainRow[],
  bare: readonly RejectedRow[],
  fixes: readonly CellFix[],
): ReadonlyMap<number, PlainRow> {
  const wanted = new Set(bare.filter(({ sheet }) => sheet === name).map(({ row }) => row));
  const fixer = cellFixer(fixes.filter(({ sheet }) => sheet === name));
  return new Map(
    rows.filter(({ rowNo }) => wanted.has(rowNo)).map((row) => [row.rowNo, fixer.row(row)] as const),
  );
}
