import type { FileHandle } from "node:fs/promises";
import { basename } from "node:path";
import { badFile, openError, openFile } from "../files/openFile.ts";
import { contentError, limitError, strangeZip } from "./readErrors.ts";
import { checkHead } from "./readHead.ts";
import { defaultLimits, megabyte } from "./readLimits.ts";
import { readWorkbookParts } from "./readPackage.ts";
import { type ReadOptions, readSheets, type VisitSheet } from "./readSheets.ts";
import { listZip } from "./readZip.ts";

/**
 * Reads a workbook (.xlsx, .xlsm) row by row and hands plain cells to `visit`. Knows nothing of what they mean.
 *
 * Throws `UserError` `bad-file` with words for the officer when the file is no workbook, is encrypted, of the old
 * format, cut off, damaged, empty, too large or locked; `cancelled` when the signal says so.
 */
export async function readWorkbook(
  path: string,
  visit: VisitSheet,
  options: ReadOptions = {},
): Promise<void> {
  const fileName = basename(path);
  if (fileName.startsWith("~$")) {
    throw badFile(fileName, "是 Excel 打开工作簿时留下的临时文件", "请选择名称里没有“~$”的那个文件。");
  }
  const file = await openFile(path);
  try {
    await readOpened(file, fileName, visit, options);
  } catch (error) {
    throw contentError(fileName, openError(fileName, error));
  } finally {
    await file.close();
  }
}

async function readOpened(
  file: FileHandle,
  fileName: string,
  visit: VisitSheet,
  options: ReadOptions,
): Promise<void> {
  const limits = { ...defaultLimits, ...options.limits };
  const { size } = await file.stat();
  await checkHead(file, fileName);
  if (size > limits.fileBytes) {
    throw limitError(
      fileName,
      `有 ${Math.ceil(size / megabyte)} MB，超过 ${limits.fileBytes / megabyte} MB 的上限`,
    );
  }
  const entries = await listZip(file, size);
  const parts = await readWorkbookParts(entries);
  const names = entries.map(({ name }) => name);
  if (parts === undefined) throw strangeZip(fileName, names);
  if (parts.sheets.length === 0) throw badFile(fileName, "里没有工作表", "请选择里面有清单的工作簿。");
  await readSheets({ fileName, limits, options }, parts, visit);
}
