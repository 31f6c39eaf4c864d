import path from "node:path";
import type { Exported } from "#shared/api/filings.ts";
import { templateForms } from "#shared/payments/import/template.ts";
import type { Context } from "../../context.ts";
import { writeFileWhole } from "../../files/writeFile.ts";

/** Writes the empty list of payments that the import reads. */
export async function writeTemplate(
  { clock, officer, signal }: Pick<Context, "clock" | "officer" | "signal">,
  target: string,
): Promise<Exported> {
  // The library takes a third of a second to load: not when the engine starts.
  const { writeWorkbook } = await import("../../excel/writeForm.ts");
  const bytes = await writeWorkbook(templateForms(), { writtenAt: clock.now(), author: officer, signal });
  await writeFileWhole(target, bytes);
  return { fileName: path.basename(target), pages: null, warnings: [] };
}
