import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { CollectedSheet } from "#shared/invoices/collectedSheet.ts";
import { type ParsedFile, parseInvoices } from "#shared/invoices/parseInvoices.ts";
import type { ImportIssue } from "#shared/invoices/preview.ts";
import { type EInvoiceRead, readEInvoice } from "#shared/invoices/readEInvoice.ts";
import { startGroup } from "#shared/invoices/sheetGroups.ts";
import { XmlError } from "../excel/readXml.ts";
import { hashFile } from "../files/hashFile.ts";
import { badFile } from "../files/openFile.ts";
import { readXmlTree } from "../xml/readXmlTree.ts";
import { type XmlFile, type XmlReadOptions, xmlFiles } from "../xml/xmlFiles.ts";
import type { InvoiceFile } from "./invoiceFile.ts";

export const eInvoiceSource = "数电票 XML";
const askForXml = "请选择电子税务局下载的数电票 XML 文件，或放着这些文件的文件夹、压缩包。";

/**
 * Reads 数电票 XML: one file, those of a folder, or those of a zip, as one list in which each file is an invoice with its
 * lines. A file that cannot be read is refused alone; when it is the only one, or there is none, fails with `bad-file`.
 */
export async function readEInvoices(path: string, options: XmlReadOptions = {}): Promise<InvoiceFile> {
  const fileName = basename(path);
  const sheets: CollectedSheet[] = [];
  const blue = new Map<string, string>();
  const hashes: string[] = [];
  const { others } = await xmlFiles(
    path,
    (file) => {
      const read = readOne(file);
      if ("bytes" in file)
        hashes.push(`${file.name}\0${createHash("sha256").update(file.bytes).digest("hex")}`);
      if (read.kind === "invoice" && read.blueNumber !== undefined)
        blue.set(read.row.number, read.blueNumber);
      sheets.push(sheetOf(file.name, read));
    },
    options,
  );
  const isFolder = (await stat(path)).isDirectory();
  checkSheets(fileName, sheets);
  const fileHash = isFolder
    ? createHash("sha256").update(hashes.join("\n")).digest("hex")
    : await hashFile(path);
  return { fileName, fileHash, parsed: listOf(fileName, sheets, others, blue) };
}

function readOne(file: XmlFile): EInvoiceRead {
  const refused = (message: string): EInvoiceRead => ({
    kind: "refused",
    ruleId: "IMP-07",
    message,
    number: undefined,
  });
  if ("fault" in file) return refused(`${file.fault}，没有读取。`);
  try {
    return readEInvoice(readXmlTree(file.bytes));
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return refused(
      error.message === "DOCTYPE"
        ? "含有 DOCTYPE 声明，数电票没有这样的内容，为安全没有读取。"
        : "不是完整的 XML，可能没有下载完或已被改动。",
    );
  }
}

/** A file as a list of one invoice, so that the files of a folder are held against each other as sheets are. */
function sheetOf(name: string, read: EInvoiceRead): CollectedSheet {
  const sheet = {
    name,
    kind: "lines",
    header: undefined,
    dataRows: 1,
    issues: [],
    wrongTotals: [],
    totals: [],
    hiddenRows: 0,
  } as const;
  if (read.kind === "invoice") {
    const group = { ...startGroup({ ...read.row, line: undefined }), lines: [...read.lines] };
    return { ...sheet, groups: new Map([[group.number, group]]), refusals: [] };
  }
  const { ruleId, message, number } = read;
  const issue: ImportIssue = { sheet: name, row: 0, column: "", ruleId, severity: "block", message };
  return {
    ...sheet,
    groups: new Map(),
    refusals: [{ rowNo: 0, number, amounts: {}, issue, index: null, cells: [] }],
  };
}

function checkSheets(fileName: string, sheets: readonly CollectedSheet[]): void {
  const [only] = sheets;
  if (only === undefined) throw badFile(fileName, "里没有 XML 文件", askForXml);
  const refusal = only.refusals[0];
  if (only.name !== fileName || refusal === undefined) return;
  throw badFile(fileName, refusal.issue.message.replace(/。$/, ""), askForXml);
}

function listOf(
  fileName: string,
  sheets: readonly CollectedSheet[],
  others: number,
  blue: ReadonlyMap<string, string>,
): ParsedFile {
  const parsed = parseInvoices(sheets);
  const passedOver: ImportIssue = {
    sheet: "",
    row: 0,
    column: "",
    ruleId: "IMP-08",
    severity: "hint",
    message: `另有${others}个文件不是 XML，没有读取。`,
  };
  return {
    ...parsed,
    source: eInvoiceSource,
    sheets: [{ name: fileName, headerRow: 0, headerRows: 1, kind: "lines", columns: [], fixed: [] }],
    invoices: parsed.invoices.map((draft) => ({
      ...draft,
      lines: draft.lines?.length === 0 ? undefined : draft.lines,
      blueNumber: draft.blueNumber ?? (draft.isRed ? (blue.get(draft.number) ?? null) : null),
    })),
    issues: others > 0 ? [...parsed.issues, passedOver] : parsed.issues,
  };
}
