import type { RejectedRow } from "#shared/invoices/preview.ts";
import type { CellFix } from "#shared/invoices/said.ts";

/** A cell that was mended, and what it said before. Nothing of the file itself is changed. */
export type Fix = CellFix & Readonly<{ was: string }>;

/** By their place. */
export type Fixes = ReadonlyMap<string, Fix>;

export const noFixes: Fixes = new Map();

export type CellPlace = Readonly<Pick<CellFix, "sheet" | "row" | "index">>;

const keyOf = ({ sheet, row, index }: CellPlace): string => `${sheet}\n${row}\n${index}`;

export const fixAt = (fixes: Fixes, place: CellPlace): Fix | undefined => fixes.get(keyOf(place));

/** What a cell of a refused row says now. */
export const cellText = (fixes: Fixes, row: RejectedRow, index: number): string =>
  fixAt(fixes, { sheet: row.sheet, row: row.row, index })?.text ?? row.cells[index] ?? "";

/** With a cell mended. One that says again what the file says is mended no longer. */
export function withFix(fixes: Fixes, row: RejectedRow, index: number, text: string): Fixes {
  const place: CellPlace = { sheet: row.sheet, row: row.row, index };
  const was = fixAt(fixes, place)?.was ?? row.cells[index] ?? "";
  const next = new Map(fixes);
  if (text === was) next.delete(keyOf(place));
  else next.set(keyOf(place), { ...place, text, was });
  return next;
}

export const fixList = (fixes: Fixes): CellFix[] =>
  [...fixes.values()].map(({ sheet, row, index, text }) => ({ sheet, row, index, text }));
