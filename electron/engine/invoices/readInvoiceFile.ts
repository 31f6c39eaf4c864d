import { basename } from "node:path";
import { collectSheets } from "#shared/invoices/collectSheet.ts";
import {
  type ParsedFile,
  parseInvoices,
  usableSheets,
  whyUnrecognised,
} from "#shared/invoices/parseInvoices.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { ReadOptions } from "../excel/readSheets.ts";
import { readWorkbook } from "../excel/readWorkbook.ts";
import { hashFile } from "../files/hashFile.ts";

export type InvoiceFile = Readonly<{
  fileName: string;
  /** SHA-256 of the bytes. */
  fileHash: string;
  parsed: ParsedFile;
}>;

/**
 * Reads the invoices of a workbook, whichever list it is. Fails with `bad-file` when it cannot be read or holds no list
 * of invoices; rows that are wrong do not fail but are told in the result.
 */
export async function readInvoiceFile(path: string, options: ReadOptions = {}): Promise<InvoiceFile> {
  const fileName = basename(path);
  const collector = collectSheets();
  await readWorkbook(path, collector.visit, options);
  const sheets = collector.sheets();
  if (usableSheets(sheets).length === 0) {
    throw new UserError({
      code: "bad-file",
      message: `文件“${fileName}”不像发票清单：${whyUnrecognised(sheets)}。`,
      hint: "请使用电子税务局“全量发票查询”导出的文件；自制的清单至少要有发票号码、开票日期、价税合计三列。",
      details: { fileName },
    });
  }
  return { fileName, fileHash: await hashFile(path), parsed: parseInvoices(sheets) };
}
