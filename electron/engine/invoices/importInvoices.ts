import { type ListWords, saidFrom } from "#shared/invoices/columnMap.ts";
import type { ImportPreview } from "#shared/invoices/preview.ts";
import { type Said, saidNothing } from "#shared/invoices/said.ts";
import type { Id } from "#shared/kernel/id.ts";
import { commitImport } from "./commitImport.ts";
import type { ImportContext } from "./importContext.ts";
import { DoubtfulImport } from "./importErrors.ts";
import { inspectSource } from "./inspectSource.ts";
import type { ListSource } from "./invoiceFile.ts";
import { nameOf } from "./listRows.ts";
import { prepareImport, wholeImport } from "./previewImport.ts";
import { saveRejected } from "./saveRejected.ts";

type ImportRequest = ListSource &
  Readonly<{
    dryRun?: boolean;
    said?: Said | null;
    /** Where a workbook with the refused rows goes, if there are any. */
    errorsTo?: string | undefined;
    /** Imports also where it is not sure what a column is; without that such a list is refused. */
    acceptDoubts?: boolean;
    /** The name under which the columns are kept for the next list of this kind. */
    rememberAs?: string | null;
  }>;

export type Imported = Readonly<{
  batch: Id | null;
  preview: ImportPreview;
  /** The workbook with the refused rows was written. */
  hasErrorFile: boolean;
}>;

/**
 * Reads a list and imports it at once, or only says what would happen (`batch` is then `null`). The refused rows are
 * written first: where that fails nothing is imported. Fails with `refused` (a `DoubtfulImport`) where a column is in doubt.
 */
export async function importInvoices(context: ImportContext, request: ImportRequest): Promise<Imported> {
  const { dryRun = false, said = null, errorsTo, rememberAs = null, acceptDoubts = false } = request;
  const source: ListSource = "path" in request ? { path: request.path } : { pasted: request.pasted };
  const first = await prepareImport(context, source, { said });
  // Columns are remembered only of a list that was read: it says which of them are in doubt.
  const prepared = rememberAs === null ? first : await wholeImport(context, first);
  const { doubts } = prepared.file.parsed;
  if (!dryRun && !acceptDoubts && doubts.length > 0 && !prepared.preview.isBlocked)
    throw new DoubtfulImport(prepared, doubts);
  const hasErrorFile = errorsTo !== undefined && prepared.preview.rejected.length > 0;
  if (hasErrorFile) await saveRejected(prepared, errorsTo);
  const batch = dryRun ? null : await commitImport(context, prepared, { rememberAs });
  return { batch: batch?.id ?? null, preview: prepared.preview, hasErrorFile };
}

/** What somebody says of a list in words, held against the list. Fails with `bad-request` when it has no such thing. */
export async function saidInWords(
  context: ImportContext,
  source: ListSource,
  words: ListWords,
): Promise<Said | null> {
  const { sheet, headerRow, columns } = words;
  if (sheet === undefined && headerRow === undefined && columns === undefined)
    return words.source === undefined ? null : { source: words.source.trim() || null, sheets: [] };
  const first = await inspectSource(context, source);
  const what = "path" in source ? `文件“${nameOf(source)}”` : `“${nameOf(source)}”`;
  if (first.kind === "eInvoices") return saidFrom(words, what, []);
  if (headerRow === undefined) return saidFrom(words, what, first.sheets);
  // What the columns are called hangs on where the header is.
  const sheets = first.sheets.map(({ name }) => ({ ...saidNothing(name), headerRow }));
  const again = await inspectSource(context, source, { source: null, sheets });
  return saidFrom(words, what, again.sheets);
}
