import type { Context } from "#engine/context.ts";
import { newId } from "#engine/store/newId.ts";
import { allocationsOf } from "#engine/store/payments.ts";
import { insertRow, updateRow } from "#engine/store/rows.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Invoice } from "#shared/model/invoice.ts";

// What happens to papers without the officer: the seller voids or reverses an invoice, and issues another one.

async function invoiceOf({ ledger }: Context, id: Id): Promise<Invoice> {
  return ledger.read.selectFrom("invoice").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

export async function changeInvoice(context: Context, id: Id, changes: Partial<Invoice>): Promise<void> {
  await context.write("摆好", (tx) => updateRow(tx, "invoice", id, changes));
}

/** Another invoice like one of the ledger. */
export async function twinInvoice(
  context: Context,
  id: Id,
  changes: Partial<Invoice> & Pick<Invoice, "number">,
): Promise<Id> {
  const row = { ...(await invoiceOf(context, id)), id: newId(), ...changes };
  await context.write("摆好", (tx) => insertRow(tx, "invoice", row));
  return row.id;
}

/** Makes a payment an advance without invoices, as if they had come later. */
export async function makeAdvance(context: Context, paymentId: Id): Promise<void> {
  await context.write("摆好", async (tx) => {
    await updateRow(tx, "payment", paymentId, { isAdvance: 1 });
    for (const { id, instalmentId } of await allocationsOf(tx, paymentId))
      if (instalmentId !== null) await updateRow(tx, "allocation", id, { invoiceId: null });
  });
}
