import { basename } from "node:path";
import type { InvoiceSource, invoiceRoutes } from "#shared/api/invoices.ts";
import { fieldChoices } from "#shared/invoices/fieldTitles.ts";
import type { Desk } from "../desk.ts";
import { commitImport } from "../invoices/commitImport.ts";
import { compareInFile } from "../invoices/compareInFile.ts";
import { getInvoice } from "../invoices/getInvoice.ts";
import { inspectSource } from "../invoices/inspectSource.ts";
import type { ListSource } from "../invoices/invoiceFile.ts";
import { keepPreviews } from "../invoices/keptPreviews.ts";
import { listBatches } from "../invoices/listBatches.ts";
import { listInvoiceViews } from "../invoices/listInvoiceViews.ts";
import type { PreparedImport } from "../invoices/preparedImport.ts";
import { prepareImport, wholeImport } from "../invoices/previewImport.ts";
import { forgetSource, listSources } from "../invoices/rememberedSources.ts";
import { saveRejected } from "../invoices/saveRejected.ts";
import { undoImport } from "../invoices/undoImport.ts";
import { type Group, onLedger } from "./group.ts";

export function invoiceHandlers(desk: Desk): Group<typeof invoiceRoutes> {
  const on = onLedger(desk);
  const previews = keepPreviews<PreparedImport>({ clock: desk.clock });
  const sourceOf = (source: InvoiceSource): ListSource =>
    "file" in source
      ? { path: desk.pathOf(source.file, "read") }
      : { pasted: Buffer.from(source.text, "utf8") };
  return {
    "invoices.list": on((context, scope) => listInvoiceViews(context, scope)),
    "invoices.get": on((context, { id }) => getInvoice(context, id)),
    "invoices.inspect": on((context, { source, said }) =>
      inspectSource(context, sourceOf(source), said, previews.last()?.kept),
    ),
    "invoices.fields": async () => fieldChoices,
    "invoices.previewImport": on(async (context, { source, said, fixes }) => {
      const kept = previews.last()?.kept;
      const prepared = await prepareImport(context, sourceOf(source), { said, fixes }, kept);
      previews.keep(prepared);
      return prepared.preview;
    }),
    "invoices.compare": on(async (context, { previewId, number }) => {
      const whole = await wholeImport(context, previews.get(previewId));
      previews.keep(whole);
      return compareInFile(context.ledger, whole, number);
    }),
    "invoices.commitImport": on(async (context, { previewId, leaveOut, rememberAs }) => {
      const batch = await commitImport(context, previews.get(previewId), { leaveOut, rememberAs });
      previews.forget(previewId);
      return { batch };
    }),
    "invoices.saveRejected": on(async (_context, { previewId, file }) => {
      const path = desk.pathOf(file, "write");
      await saveRejected(previews.get(previewId), path);
      return { fileName: basename(path) };
    }),
    "invoices.sources": on(({ ledger }) => listSources(ledger)),
    "invoices.forgetSource": on(async (context, { fingerprint }) => {
      await context.write("忘掉记住的清单格式", (tx) => forgetSource(tx, fingerprint));
      return listSources(context.ledger);
    }),
    "invoices.batches": on((context) => listBatches(context.ledger, "invoices")),
    "invoices.undoBatch": on(undoImport),
  };
}
