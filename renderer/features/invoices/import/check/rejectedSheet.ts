import type { ImportPreview, PreviewSheet, RejectedRow } from "#shared/invoices/preview.ts";

const looked = 200;
const [least, most] = [72, 220];
const [latin, han, padding] = [7.2, 13.2, 18];

const textWidth = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2e80 ? latin : han), padding);

/** How wide the columns of the refused rows are, in pixels: as wide as what stands in them, within reason. */
export function cellWidths(rows: readonly RejectedRow[], sheet: PreviewSheet | undefined): readonly number[] {
  const last = sheet?.columns.reduce((max, { index }) => Math.max(max, index), -1) ?? -1;
  const count = rows.reduce((max, { cells }) => Math.max(max, cells.length), last + 1);
  const titles = new Map(sheet?.columns.map(({ index, title }) => [index, title]));
  const seen = rows.slice(0, looked);
  return Array.from({ length: count }, (_, index) => {
    const title = textWidth(titles.get(index) ?? "") + 14;
    const widest = seen.reduce((max, { cells }) => Math.max(max, textWidth(cells[index] ?? "")), title);
    return Math.round(Math.min(most, Math.max(least, widest)));
  });
}

/** The sheets that have refused rows, with how many. */
export function rejectedSheets({
  rejected,
}: Pick<ImportPreview, "rejected">): readonly Readonly<{ sheet: string; rows: readonly RejectedRow[] }>[] {
  const bySheet = new Map<string, RejectedRow[]>();
  for (const row of rejected) {
    const known = bySheet.get(row.sheet);
    if (known === undefined) bySheet.set(row.sheet, [row]);
    else known.push(row);
  }
  return [...bySheet].map(([sheet, rows]) => ({ sheet, rows }));
}

/** Those in which all words that were typed stand: in the reason, a cell, or as the number of the row. */
export function matchingRows(rows: readonly RejectedRow[], typed: string): readonly RejectedRow[] {
  const words = typed.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ row, message, cells }) => {
    const text = [row, message, ...cells].join("\n").normalize("NFKC").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
