import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import type { Form, Page } from "#shared/forms/form.ts";
import { cellName, columnName, type Grid, placeCells } from "#shared/forms/grid.ts";
import { rowHeights } from "#shared/forms/heights.ts";
import { isFigure } from "#shared/forms/values.ts";
import { pause } from "../pause.ts";
import { excelMeasure } from "./writeMeasure.ts";
import { type SheetRows, sheetRange, sheetRows } from "./writeRows.ts";
import { styleBook } from "./writeStyle.ts";
import { excelValue } from "./writeValue.ts";
import { setZipTime } from "./writeZipTime.ts";

export type WriteOptions = Readonly<{
  /** ISO instant that goes into the file; the same form at the same instant gives the same bytes. */
  writtenAt: string;
  author: string;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}>;

/** Rows between two looks at the signal. */
const chunk = 2_000;
const millimetresPerInch = 25.4;
const a4 = 9;

/** Writes forms into one workbook, each on a sheet of its own. Throws the signal's reason when it is aborted. */
export async function writeWorkbook(forms: readonly Form[], options: WriteOptions): Promise<Buffer> {
  const sink = new PassThrough();
  const written = buffer(sink);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: sink,
    useStyles: true,
    useSharedStrings: true,
  });
  workbook.creator = options.author;
  workbook.lastModifiedBy = options.author;
  workbook.created = new Date(options.writtenAt);
  workbook.modified = workbook.created;
  // The sheets' views refer to this window; without it strict readers complain.
  workbook.views = [
    { x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: "visible" },
  ];
  const names = sheetNames(forms.map(({ title }) => title));
  for (const [index, form] of forms.entries()) await writeSheet(workbook, form, names[index] ?? "", options);
  await workbook.commit();
  const bytes = await written;
  setZipTime(bytes, options.writtenAt);
  return bytes;
}

type Workbook = InstanceType<typeof ExcelJS.stream.xlsx.WorkbookWriter>;

async function writeSheet(
  workbook: Workbook,
  form: Form,
  name: string,
  options: WriteOptions,
): Promise<void> {
  const grid = placeCells(form);
  await breathe(0, grid.length, options);
  const rows = sheetRows(rowHeights(form, grid, excelMeasure(form)));
  const sheet = workbook.addWorksheet(name, {
    pageSetup: pageSetup(form, rows),
    headerFooter: headerFooter(form),
    views: [view(form)],
  });
  sheet.columns = form.columns.map(({ width }) => ({ width }));
  if (form.list !== undefined) {
    const { headingRow } = form.list;
    sheet.autoFilter = `${cellName(headingRow, 0)}:${cellName(headingRow, form.columns.length - 1)}`;
  }
  const styleOf = styleBook(form.fonts);
  for (const [row, cells] of grid.entries()) {
    writeRow(sheet, cells, rows, styleOf);
    const last = (rows.starts[row + 1] ?? 0) - 1;
    for (let at = rows.starts[row] ?? 0; at <= last; at += 1)
      sheet.getRow(at + 1).height = rows.heights[at] ?? 15;
    sheet.getRow(last + 1).commit();
    if (row % chunk === chunk - 1) await breathe(row + 1, grid.length, options);
  }
  sheet.commit();
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  cells: Grid[number],
  rows: SheetRows,
  styleOf: ReturnType<typeof styleBook>,
): void {
  for (const placed of cells) {
    const { value, format } = excelValue(placed.cell.value, rows);
    const { fromRow, fromColumn, toRow, toColumn } = sheetRange(rows, placed);
    const target = sheet.getRow(fromRow + 1).getCell(fromColumn + 1);
    target.style = styleOf({
      style: placed.cell.style,
      format,
      figure: isFigure(placed.cell.value),
      tall: placed.rowSpan === 1 && toRow > fromRow,
    });
    target.value = value;
    // Merged after it is styled: the cells beneath take over the style and with it the border.
    if (toRow > fromRow || toColumn > fromColumn) {
      sheet.mergeCells(fromRow + 1, fromColumn + 1, toRow + 1, toColumn + 1);
    }
  }
}

async function breathe(done: number, total: number, { signal, onProgress }: WriteOptions): Promise<void> {
  onProgress?.(done, total);
  await pause(signal);
}

function pageSetup({ page, columns }: Form, { starts, heights }: SheetRows): Partial<ExcelJS.PageSetup> {
  const { repeat, margins } = page;
  return {
    paperSize: a4,
    orientation: page.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: inches(margins),
    // exceljs puts a $ before each end and none before the row.
    printArea: `A$1:${columnName(columns.length - 1)}$${heights.length}`,
    ...(repeat === null
      ? {}
      : { printTitlesRow: `${(starts[repeat.fromRow] ?? 0) + 1}:${starts[repeat.toRow + 1] ?? 1}` }),
  };
}

const pageNumber = '&C&"宋体,常规"&9第 &P 页，共 &N 页';

/** The number on every page; on all but the first that the table goes on. */
const headerFooter = ({ page: { continued } }: Form): Partial<ExcelJS.HeaderFooter> =>
  continued === undefined
    ? { oddFooter: pageNumber }
    : {
        differentFirst: true,
        firstHeader: "",
        firstFooter: pageNumber,
        oddHeader: `&R&"宋体,常规"&9${continued.replaceAll("&", "&&")}`,
        oddFooter: pageNumber,
      };

const inches = ({ top, right, bottom, left }: Page["margins"]): ExcelJS.Margins => ({
  top: top / millimetresPerInch,
  right: right / millimetresPerInch,
  bottom: bottom / millimetresPerInch,
  left: left / millimetresPerInch,
  header: 8 / millimetresPerInch,
  footer: 8 / millimetresPerInch,
});

const view = ({ list }: Form): Partial<ExcelJS.WorksheetView> =>
  list === undefined
    ? { showGridLines: false }
    : { showGridLines: false, state: "frozen", xSplit: 0, ySplit: list.headingRow + 1 };

/** Names as Excel allows them: at most 31 characters, without the marks of references, no two alike. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return titles.map((title) => {
    const plain = title.replace(/[[\]:*?/\\']/g, "").trim() || "表";
    let name = plain.slice(0, 31);
    for (let number = 2; used.has(name.toLowerCase()); number += 1) {
      name = `${plain.slice(0, 28)}${number}`;
    }
    used.add(name.toLowerCase());
    return name;
  });
}
