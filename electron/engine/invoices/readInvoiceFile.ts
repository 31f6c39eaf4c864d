import type { CollectedSheet } from "#shared/invoices/collectedSheet.ts";
import { collectSheets } from "#shared/invoices/collectSheet.ts";
import { type ParsedFile, parseInvoices, whyUnrecognised } from "#shared/invoices/parseInvoices.ts";
import { usableSheets } from "#shared/invoices/sheetUse.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { VisitSheet } from "../excel/readSheets.ts";
import type { ImportAsk, InvoiceFile, InvoiceReadOptions, ListSource } from "./invoiceFile.ts";
import {
  hashOf,
  isKeepable,
  type KeptList,
  keyOf,
  nameOf,
  readListRows,
  recorder,
  replay,
} from "./listRows.ts";
import { readEInvoices } from "./readEInvoices.ts";
import { withCells } from "./refusedCells.ts";
import { sourceKind } from "./sourceKind.ts";

const askForList =
  "请使用电子税务局“全量发票查询”导出的文件；自制的清单至少要有发票号码、开票日期、价税合计三列。";
const askForHeader = "请连同表头（至少发票号码、开票日期、价税合计三列）一起复制，再粘贴。";

export type FileRead = Readonly<{
  file: InvoiceFile;
  /** Its rows, when they are few enough to be kept for the next reading. */
  kept: KeptList | undefined;
}>;

/**
 * Reads invoices from whatever an officer has: a workbook, csv, pasted rows, 数电票 XML, or a folder or zip of these XML.
 * `kept` are the rows of an earlier reading: where the file is still the same, they are gone through instead of it. Fails
 * with `bad-file` when it cannot be read or holds no list of invoices, `bad-request` when it has no such sheet, column
 * or cell; rows that are wrong do not fail but are told in the result.
 */
export async function readInvoiceFile(
  source: ListSource,
  options: InvoiceReadOptions = {},
  kept?: KeptList,
): Promise<FileRead> {
  const kind = "path" in source ? await sourceKind(source.path) : "text";
  const fileName = nameOf(source);
  if (kind === "eInvoices" && "path" in source) {
    if (saysColumns(options)) throw noColumns(fileName);
    const read = await readEInvoices(source.path, options);
    return { file: { ...read, parsed: withSource(read.parsed, options) }, kept: undefined };
  }
  const key = await keyOf(source);
  const collector = collectSheets({ ...options.hints, said: options.said, fixes: options.fixes });
  const list = kept?.key === key ? kept : await readNew(source, kind, key, collector.visit, options);
  if (list === kept && kept !== undefined) replay(kept, collector.visit);
  const what = "path" in source ? `文件“${fileName}”` : `“${fileName}”`;
  const hint = "path" in source ? askForList : askForHeader;
  const parsed = parseCollected(what, collector.sheets(), options, hint);
  const fileHash = list?.fileHash ?? (await hashOf(source));
  const rejected = withCells(parsed.rejected, list, options.fixes ?? []);
  return { file: { fileName, fileHash, parsed: { ...parsed, rejected } }, kept: list };
}

async function readNew(
  source: ListSource,
  kind: Awaited<ReturnType<typeof sourceKind>>,
  key: string,
  visit: VisitSheet,
  options: InvoiceReadOptions,
): Promise<KeptList | undefined> {
  if (kind === "eInvoices") return undefined;
  if (!(await isKeepable(source))) {
    await readListRows(kind, source, visit, options);
    return undefined;
  }
  const recording = recorder(visit);
  await readListRows(kind, source, recording.visit, options);
  const sheets = recording.sheets();
  return sheets && { key, kind, fileHash: await hashOf(source), sheets };
}

const saysColumns = ({ said, fixes = [] }: ImportAsk): boolean =>
  fixes.length > 0 || (said?.sheets.length ?? 0) > 0;

const noColumns = (fileName: string): UserError =>
  new UserError({
    code: "bad-request",
    message: `文件“${fileName}”是数电票 XML，没有工作表和列。`,
    hint: "请去掉指定工作表和列的选项再导入。",
  });

function parseCollected(
  what: string,
  sheets: readonly CollectedSheet[],
  options: InvoiceReadOptions,
  hint: string,
): ParsedFile {
  checkSaid(what, sheets, options);
  if (usableSheets(sheets).length === 0) {
    const message = `${what}不像发票清单：${whyUnrecognised(sheets)}。`;
    throw new UserError({ code: "bad-file", message, hint, details: { fileName: what } });
  }
  return withSource(parseInvoices(sheets), options);
}

/** Sheets, columns and cells that somebody names must be there: else he means another file. */
function checkSaid(what: string, sheets: readonly CollectedSheet[], { said, fixes = [] }: ImportAsk): void {
  const refuse = (message: string, hint: string): UserError =>
    new UserError({ code: "bad-request", message: `${what}${message}`, hint });
  for (const { name, columns } of said?.sheets ?? []) {
    const sheet = sheets.find((one) => one.name === name);
    if (sheet === undefined)
      throw refuse(
        `里没有工作表“${name}”。`,
        `它有这些工作表：${sheets.map((one) => one.name).join("、")}。`,
      );
    const head = sheet.head;
    const lost = columns.find(
      ({ index, field }) => field !== null && !head?.columns.some((at) => at.index === index),
    );
    if (lost !== undefined && head !== undefined)
      throw refuse(`的工作表“${name}”没有第${lost.index + 1}列。`, "请重新选择文件，再指定各列。");
  }
  for (const { sheet: name, row } of fixes) {
    const sheet = sheets.find((one) => one.name === name);
    if (sheet?.fixed?.some((done) => done.row === row) === true) continue;
    throw refuse(`的工作表“${name}”第${row}行没有内容，不能改。`, "文件可能已改动，请重新选择文件。");
  }
}

const withSource = (parsed: ParsedFile, { said }: ImportAsk): ParsedFile =>
  said?.source === undefined || said.source === null || said.source === ""
    ? parsed
    : { ...parsed, source: said.source };
