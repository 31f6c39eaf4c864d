import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";

/** Plain rows for one sheet, the titles first. */
export type TextTable = Readonly<{
  name: string;
  titles: readonly string[];
  rows: readonly (readonly string[])[];
}>;

/** What a spreadsheet would take for a formula when the sheet is saved as csv and opened again, or its cell is edited. */
const runs = /^[=+\-@\t\r]/;
const isFigure = /^[-+]?[\d,]+(\.\d+)?%?$/;
const placeholder = /^-+$/;

/** The same text, with a mark in front where a spreadsheet would run it; figures and dashes do no harm. */
export const harmless = (text: string): string =>
  runs.test(text) && !isFigure.test(text) && !placeholder.test(text) ? `'${text}` : text;

/** Writes tables of text into a workbook, one to a sheet. Every cell is text, so that long numbers keep their digits. */
export async function writeTables(tables: readonly TextTable[]): Promise<Buffer> {
  const sink = new PassThrough();
  const written = buffer(sink);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true });
  const names: string[] = [];
  for (const { name, titles, rows } of tables) {
    names.push(sheetName(name, names));
    const sheet = workbook.addWorksheet(names.at(-1), { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = titles.map((title) => ({ width: widthOf(title), style: { numFmt: "@" } }));
    const header = sheet.addRow(titles.map(harmless));
    header.font = { bold: true };
    header.commit();
    for (const row of rows) sheet.addRow(row.map(harmless)).commit();
    sheet.commit();
  }
  await workbook.commit();
  return written;
}

const widthOf = (title: string): number => Math.min(60, Math.max(12, title.length * 2 + 4));

/** Excel's rules for names of sheets: no more than 31 characters, none of these, no two alike. */
function sheetName(wanted: string, taken: readonly string[]): string {
  const plain =
    wanted
      .replace(/[\\/?*[\]:]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim()
      .slice(0, 31) || "清单";
  const isTaken = (name: string): boolean =>
    taken.some((other) => other.toLowerCase() === name.toLowerCase());
  let name = plain;
  for (let count = 2; isTaken(name); count += 1) name = `${plain.slice(0, 28)} ${count}`;
  return name;
}
