import type { invoiceRoutes } from "#shared/api/invoices.ts";
import type { Desk } from "../desk.ts";
import { commitImport } from "../invoices/commitImport.ts";
import { getInvoice } from "../invoices/getInvoice.ts";
import { keepPreviews } from "../invoices/keptPreviews.ts";
import { listBatches } from "../invoices/listBatches.ts";
import { listInvoiceViews } from "../invoices/listInvoiceViews.ts";
import { type PreparedImport, previewImport } from "../invoices/previewImport.ts";
import { undoImport } from "../invoices/undoImport.ts";
import { type Group, onLedger } from "./group.ts";

export function invoiceHandlers(desk: Desk): Group<typeof invoiceRoutes> {
  const on = onLedger(desk);
  const previews = keepPreviews<PreparedImport>({ clock: desk.clock });
  return {
    "invoices.list": on((context, scope) => listInvoiceViews(context, scope)),
    "invoices.get": on((context, { id }) => getInvoice(context, id)),
    "invoices.previewImport": on(async (context, { file }) => {
      const prepared = await previewImport(context, desk.pathOf(file, "read"));
      previews.keep(prepared);
      return prepared.preview;
    }),
    "invoices.commitImport": on(async (context, { previewId, leaveOut }) => {
      const batch = await commitImport(context, previews.get(previewId), { leaveOut });
      previews.forget(previewId);
      return { batch };
    }),
    "invoices.batches": on((context) => listBatches(context.ledger, "invoices")),
    "invoices.undoBatch": on(undoImport),
  };
}
