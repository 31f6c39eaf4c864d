import { parse } from "node:path";
import type { VisitSheet } from "../excel/readSheets.ts";
import { readWorkbook } from "../excel/readWorkbook.ts";
import { openError, openFile } from "../files/openFile.ts";
import { readDelimited } from "../text/readDelimited.ts";
import { fileSource } from "../text/textSource.ts";
import type { ReadOptions } from "./invoiceFile.ts";
import type { SourceKind } from "./sourceKind.ts";

/** Hands the rows of a workbook or a text to `visit`, sheet by sheet. */
export async function readRows(
  kind: Exclude<SourceKind, "eInvoices">,
  path: string,
  visit: VisitSheet,
  { signal, onProgress }: ReadOptions,
): Promise<void> {
  const options = { ...(signal && { signal }), ...(onProgress && { onProgress }) };
  if (kind === "workbook") return readWorkbook(path, visit, options);
  const { base, name } = parse(path);
  const file = await openFile(path);
  try {
    await readDelimited(fileSource(file, base, (await file.stat()).size), name, visit, options);
  } catch (error) {
    throw openError(base, error);
  } finally {
    await file.close();
  }
}
