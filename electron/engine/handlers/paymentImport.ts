import type { paymentImportRoutes } from "#shared/api/paymentImport.ts";
import type { Desk } from "../desk.ts";
import { keepPreviews } from "../invoices/keptPreviews.ts";
import { listBatches } from "../invoices/listBatches.ts";
import { commitPayments } from "../payments/import/commitPayments.ts";
import {
  choosePayments,
  type PreparedPayments,
  previewPayments,
} from "../payments/import/previewPayments.ts";
import { writeTemplate } from "../payments/import/template.ts";
import { undoPayments } from "../payments/import/undoPayments.ts";
import { type Group, onLedger } from "./group.ts";

export function paymentImportHandlers(desk: Desk): Group<typeof paymentImportRoutes> {
  const on = onLedger(desk);
  const previews = keepPreviews<PreparedPayments>({ clock: desk.clock });
  return {
    "paymentImport.preview": on(async (context, { file, state, projectId }) => {
      const choice = { state, projectId, leaveOut: new Set<string>(), asNew: new Set<string>() };
      const prepared = await previewPayments(context, desk.pathOf(file, "read"), choice);
      previews.keep(prepared);
      return prepared.preview;
    }),
    "paymentImport.choose": on(async (context, { previewId, leaveOut, asNew, ...choice }) => {
      const sets = { leaveOut: new Set(leaveOut), asNew: new Set(asNew) };
      const prepared = await choosePayments(context, previews.get(previewId), { ...choice, ...sets });
      previews.forget(previewId);
      previews.keep(prepared);
      return prepared.preview;
    }),
    "paymentImport.commit": on(async (context, { previewId }) => {
      const batch = await commitPayments(context, previews.get(previewId));
      previews.forget(previewId);
      return { batch };
    }),
    "paymentImport.batches": on((context) => listBatches(context.ledger, "payments")),
    "paymentImport.undo": on(undoPayments),
    "paymentImport.template": on((context, { file }) => writeTemplate(context, desk.pathOf(file, "write"))),
  };
}
