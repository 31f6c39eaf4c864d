import { columnLetters } from "#shared/excel/plainCell.ts";
import type { PreviewSheet } from "#shared/invoices/preview.ts";

/** What says of a mended cell the same as its mark. */
export const mendedRule = "IMP-10";

/** A cell that was read as the officer says, and what the file says. */
export type MendedCell = Readonly<{
  sheet: string;
  row: number;
  title: string;
  before: string;
  after: string;
}>;

type Sheet = Readonly<{ name: string; columns: readonly Readonly<{ index: number; title: string }>[] }> &
  Pick<PreviewSheet, "fixed">;

/** All of a list, in its order; a later mending of a cell counts. */
export const mendedCells = (sheets: readonly Sheet[]): readonly MendedCell[] =>
  sheets.flatMap(({ name, columns, fixed }) => {
    const titles = new Map(columns.map(({ index, title }) => [index, title]));
    return fixed.map(({ row, index, before, after }) => ({
      ...{ sheet: name, row, before, after },
      title: titles.get(index) ?? `${columnLetters(index)}列`,
    }));
  });

/** "价税合计 2x2.00 → 212.00" */
export const mendedText = ({ title, before, after }: MendedCell): string =>
  `${title} ${before || "空"} → ${after || "空"}`;
