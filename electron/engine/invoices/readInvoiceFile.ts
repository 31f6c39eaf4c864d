import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { CollectedSheet } from "#shared/invoices/collectedSheet.ts";
import { collectSheets } from "#shared/invoices/collectSheet.ts";
import { fixedColumns, unknownColumns } from "#shared/invoices/columnMap.ts";
import {
  type ParsedFile,
  parseInvoices,
  usableSheets,
  whyUnrecognised,
} from "#shared/invoices/parseInvoices.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { hashFile } from "../files/hashFile.ts";
import { readDelimited } from "../text/readDelimited.ts";
import { bufferSource } from "../text/textSource.ts";
import type { InvoiceFile, InvoiceReadOptions, SourceOptions } from "./invoiceFile.ts";
import { readEInvoices } from "./readEInvoices.ts";
import { readRows } from "./readRows.ts";
import { sourceKind } from "./sourceKind.ts";

const askForList =
  "请使用电子税务局“全量发票查询”导出的文件；自制的清单至少要有发票号码、开票日期、价税合计三列。";

/**
 * Reads invoices from whatever an officer has: a workbook, csv, 数电票 XML, or a folder or zip of these XML. Fails with
 * `bad-file` when it cannot be read or holds no list of invoices, `bad-request` when it has no such sheet or column; rows
 * that are wrong do not fail but are told in the result.
 */
export async function readInvoiceFile(path: string, options: InvoiceReadOptions = {}): Promise<InvoiceFile> {
  const kind = await sourceKind(path);
  const fileName = basename(path);
  if (kind === "eInvoices") {
    if (options.sheet !== undefined || options.columns !== undefined) throw noColumns(fileName);
    return named(await readEInvoices(path, options), options);
  }
  const collector = collectSheets(collectOptions(options));
  await readRows(kind, path, collector.visit, options);
  const parsed = parseCollected(`文件“${fileName}”`, collector.sheets(), options, askForList);
  return { fileName, fileHash: await hashFile(path), parsed };
}

/** Reads rows copied from Excel or WPS with their header; `name` is what the batch will be called. */
export async function readPastedInvoices(
  content: Buffer,
  name: string,
  options: InvoiceReadOptions = {},
): Promise<InvoiceFile> {
  const collector = collectSheets(collectOptions(options));
  await readDelimited(bufferSource(content, name), name, collector.visit, options);
  const parsed = parseCollected(
    `“${name}”`,
    collector.sheets(),
    options,
    "请连同表头（至少发票号码、开票日期、价税合计三列）一起复制，再粘贴。",
  );
  return { fileName: name, fileHash: createHash("sha256").update(content).digest("hex"), parsed };
}

const noColumns = (fileName: string): UserError =>
  new UserError({
    code: "bad-request",
    message: `文件“${fileName}”是数电票 XML，没有工作表和列。`,
    hint: "请去掉指定工作表和列的选项再导入。",
  });

const collectOptions = ({ sheet, columns }: SourceOptions) => ({
  sheet,
  columns: columns === undefined ? undefined : fixedColumns(columns),
});

function parseCollected(
  what: string,
  sheets: readonly CollectedSheet[],
  options: SourceOptions,
  hint: string,
): ParsedFile {
  checkSaid(what, sheets, options);
  if (usableSheets(sheets).length === 0) {
    const message = `${what}不像发票清单：${whyUnrecognised(sheets)}。`;
    throw new UserError({ code: "bad-file", message, hint, details: { fileName: what } });
  }
  return withSource(parseInvoices(sheets), options);
}

/** Sheets and columns that somebody names must be there: else he means another file. */
function checkSaid(what: string, sheets: readonly CollectedSheet[], { sheet, columns }: SourceOptions): void {
  if (sheet !== undefined && !sheets.some(({ name }) => name === sheet)) {
    throw new UserError({
      code: "bad-request",
      message: `${what}里没有工作表“${sheet}”。`,
      hint: `它有这些工作表：${sheets.map(({ name }) => name).join("、")}。`,
    });
  }
  const headers = sheets.flatMap(({ header }) => (header === undefined ? [] : [header]));
  const [unknown] = columns === undefined ? [] : unknownColumns(columns, headers);
  if (unknown !== undefined) {
    const titles = headers.flatMap((header) => header.columns.map(({ title }) => title));
    throw new UserError({
      code: "bad-request",
      message: `${what}里没有“${unknown}”这一列。`,
      hint:
        titles.length === 0
          ? "没有找到表头，请核对文件。"
          : `它有这些列：${[...new Set(titles)].slice(0, 60).join("、")}。`,
    });
  }
}

const withSource = (parsed: ParsedFile, { source }: SourceOptions): ParsedFile =>
  source === undefined || source.trim() === "" ? parsed : { ...parsed, source: source.trim() };

const named = (file: InvoiceFile, options: SourceOptions): InvoiceFile => ({
  ...file,
  parsed: withSource(file.parsed, options),
});
