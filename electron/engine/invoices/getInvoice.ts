import type { InvoiceDetail } from "#shared/api/invoices.ts";
import { invoiceAlarm } from "#shared/invoices/alarm.ts";
import { loneRed, redPair } from "#shared/invoices/redLinks.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { findBatch } from "../store/batches.ts";
import { invoiceLinesOf } from "../store/invoices.ts";
import { invoiceView } from "./listInvoiceViews.ts";

/** An invoice with its lines, the red invoices against it and the batch that brought it. */
export async function getInvoice(context: Context, id: Id): Promise<InvoiceDetail> {
  const facts = await context.facts();
  const invoice = facts.invoices.byId.get(id);
  if (invoice === undefined) {
    throw new UserError({
      code: "not-found",
      message: "找不到这张发票。",
      hint: "它可能已随批次撤销，请刷新后再试。",
    });
  }
  const lines = await invoiceLinesOf(context.ledger, [id]);
  const batch = invoice.batchId === null ? undefined : await findBatch(context.ledger, invoice.batchId);
  return {
    invoice: invoiceView(facts, invoice, lines[0]?.goodsName ?? ""),
    lines,
    redInvoices: facts.invoices.redOf(invoice),
    alarm: invoiceAlarm(facts, invoice) ?? null,
    lone: loneRed(facts, invoice) ?? null,
    pair: redPair(facts, invoice) ?? null,
    batch: batch ?? null,
  };
}
