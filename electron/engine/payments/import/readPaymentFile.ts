import { basename } from "node:path";
import { UserError } from "#shared/kernel/errors.ts";
import {
  type CollectedPayments,
  collectPayments,
  whyUnrecognised,
} from "#shared/payments/import/collectRows.ts";
import type { ReadOptions } from "../../excel/readSheets.ts";
import { hashFile } from "../../files/hashFile.ts";
import { readRows } from "../../invoices/readRows.ts";
import { sourceKind } from "../../invoices/sourceKind.ts";

export type PaymentFile = Readonly<{
  fileName: string;
  /** SHA-256 of the bytes. */
  fileHash: string;
  sheets: readonly CollectedPayments[];
}>;

/**
 * Reads the payments of a workbook or a text of rows (csv), whoever wrote it. Fails with `bad-file` when it cannot be read or holds no list of
 * payments; rows that are wrong do not fail but are told in the result.
 */
export async function readPaymentFile(path: string, options: ReadOptions = {}): Promise<PaymentFile> {
  const fileName = basename(path);
  const collector = collectPayments();
  // A zip or XML is no list of payments; the reader of workbooks says what it is.
  const kind = (await sourceKind(path)) === "text" ? "text" : "workbook";
  await readRows(kind, path, collector.visit, options);
  const sheets = collector.sheets();
  if (sheets.every(({ isList }) => !isList)) {
    throw new UserError({
      code: "bad-file",
      message: `文件“${fileName}”不像付款记录：${whyUnrecognised(sheets)}。`,
      hint: "请下载付款登记模板，把记录填进去再导入；自制的清单至少要有日期、收款方、金额三列。",
      details: { fileName },
    });
  }
  return { fileName, fileHash: await hashFile(path), sheets };
}
