import type { invoiceLifeRoutes } from "#shared/api/invoiceLife.ts";
import type { Desk } from "../desk.ts";
import { batchDetail } from "../invoices/batchDetail.ts";
import { batchLines, batchRow } from "../invoices/batchRows.ts";
import { getInvoice } from "../invoices/getInvoice.ts";
import { invoiceRelations } from "../invoices/relations.ts";
import { saveManual } from "../invoices/saveManual.ts";
import { findOrDraft } from "../invoices/scanInvoice.ts";
import { setBlue } from "../invoices/setBlue.ts";
import { voidInvoice } from "../invoices/voidInvoice.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function invoiceLifeHandlers(desk: Desk): Group<typeof invoiceLifeRoutes> {
  const on = onLedger(desk);
  return {
    "invoices.batch": on((context, { id }) => batchDetail(context, id)),
    "invoices.batchRows": on((context, { id }) => batchLines(context, id)),
    "invoices.batchRow": on((context, { id }) => batchRow(context, id)),
    "invoices.scan": on(findOrDraft),
    "invoices.saveManual": on(thenShow(saveManual, getInvoice)),
    "invoices.void": on(async (context, input) => {
      await voidInvoice(context, input);
      return null;
    }),
    "invoices.relations": on(invoiceRelations),
    "invoices.setBlue": on(thenShow(setBlue, getInvoice)),
  };
}
