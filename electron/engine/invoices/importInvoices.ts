import type { ImportPreview } from "#shared/invoices/preview.ts";
import type { Id } from "#shared/kernel/id.ts";
import { commitImport } from "./commitImport.ts";
import type { ImportContext } from "./importContext.ts";
import { previewImport } from "./previewImport.ts";

type ImportRequest = Readonly<{ path: string; dryRun?: boolean }>;

/** Reads a file and imports it at once, or only says what would happen (`batch` is then `null`). */
export async function importInvoices(
  context: ImportContext,
  { path, dryRun = false }: ImportRequest,
): Promise<Readonly<{ batch: Id | null; preview: ImportPreview }>> {
  const prepared = await previewImport(context, path);
  const batch = dryRun ? null : await commitImport(context, prepared);
  return { batch: batch?.id ?? null, preview: prepared.preview };
}
