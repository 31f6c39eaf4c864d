import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { textCell } from "./writeValue.ts";

/** Plain rows for one sheet, the titles first. */
export type TextTable = Readonly<{
  name: string;
  titles: readonly string[];
  rows: readonly (readonly string[])[];
}>;

/**
 * Writes tables of text into a workbook, one to a sheet. Every cell is text and stays so: long numbers keep their digits,
 * and nothing is run whatever it begins with.
 */
export async function writeTables(tables: readonly TextTable[]): Promise<Buffer> {
  const sink = new PassThrough();
  const written = buffer(sink);
  // Texts inside the cells would lose the blanks they begin with.
  const options = { stream: sink, useStyles: true, useSharedStrings: true };
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter(options);
  const names: string[] = [];
  for (const { name, titles, rows } of tables) {
    names.push(sheetName(name, names));
    const sheet = workbook.addWorksheet(names.at(-1), { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = titles.map((title) => ({ width: widthOf(title), style: { numFmt: "@" } }));
    addRow(sheet, titles, true);
    for (const row of rows) addRow(sheet, row, false);
    sheet.commit();
  }
  await workbook.commit();
  return written;
}

function addRow(sheet: ExcelJS.Worksheet, texts: readonly string[], isHeader: boolean): void {
  const row = sheet.addRow([]);
  for (const [index, text] of texts.entries()) {
    const { value, format } = textCell(text);
    const cell = row.getCell(index + 1);
    cell.numFmt = format;
    if (isHeader) cell.font = { bold: true };
    if (text !== "") cell.value = value;
  }
  row.commit();
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
