import type { ImportPreview } from "#shared/invoices/preview.ts";
import type { Id } from "#shared/kernel/id.ts";
import { writeFileWhole } from "../files/writeFile.ts";
import { readDelimited } from "../text/readDelimited.ts";
import { bufferSource } from "../text/textSource.ts";
import { commitImport } from "./commitImport.ts";
import type { ImportContext } from "./importContext.ts";
import type { SourceOptions } from "./invoiceFile.ts";
import { type PreparedImport, previewImport, previewPaste } from "./previewImport.ts";
import { readRows } from "./readRows.ts";
import { type Reread, rejectedWorkbook } from "./rejectedWorkbook.ts";
import { sourceKind } from "./sourceKind.ts";

/** A file or folder, or the bytes of rows that were pasted. */
export type ImportSource = Readonly<{ path: string }> | Readonly<{ pasted: Buffer }>;

type ImportRequest = ImportSource &
  Readonly<{
    dryRun?: boolean;
    said?: SourceOptions;
    /** Where a workbook with the refused rows goes, if there are any. */
    errorsTo?: string | undefined;
  }>;

export type Imported = Readonly<{
  batch: Id | null;
  preview: ImportPreview;
  /** The workbook with the refused rows was written. */
  hasErrorFile: boolean;
}>;

/**
 * Reads a list and imports it at once, or only says what would happen (`batch` is then `null`). The refused rows are
 * written first: where that fails nothing is imported.
 */
export async function importInvoices(context: ImportContext, request: ImportRequest): Promise<Imported> {
  const { dryRun = false, said = {}, errorsTo } = request;
  const prepared = await ("path" in request
    ? previewImport(context, request.path, said)
    : previewPaste(context, request.pasted, said));
  const hasErrorFile = errorsTo !== undefined && (await writeRejected(prepared, request, errorsTo));
  const batch = dryRun ? null : await commitImport(context, prepared);
  return { batch: batch?.id ?? null, preview: prepared.preview, hasErrorFile };
}

async function writeRejected(
  { preview }: PreparedImport,
  source: ImportSource,
  target: string,
): Promise<boolean> {
  if (preview.rejected.length === 0) return false;
  await writeFileWhole(target, await rejectedWorkbook(preview, await rereadOf(source, preview)));
  return true;
}

async function rereadOf(source: ImportSource, { fileName }: ImportPreview): Promise<Reread> {
  if ("pasted" in source)
    return (visit) => readDelimited(bufferSource(source.pasted, fileName), fileName, visit);
  const kind = await sourceKind(source.path);
  return kind === "eInvoices" ? undefined : (visit) => readRows(kind, source.path, visit, {});
}
