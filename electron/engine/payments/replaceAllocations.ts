import type { PaymentDraftInput } from "#shared/api/payments.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Allocation } from "#shared/model/payment.ts";
import { newId } from "../store/newId.ts";
import { allocationsOf } from "../store/payments.ts";
import { insertRow, removeRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";

type Draft = PaymentDraftInput["allocations"][number];

/** Whether a payment is allocated like this already: saving a note then leaves its links, and the log, alone. */
export async function hasAllocations(
  tx: WritableLedger,
  paymentId: Id,
  wanted: readonly Draft[],
): Promise<boolean> {
  const present = await allocationsOf(tx, paymentId);
  return keysOf(present).join() === keysOf(wanted).join();
}

const keysOf = (allocations: readonly (Draft | Allocation)[]): readonly string[] =>
  allocations
    .map(({ instalmentId, invoiceId, amountCents }) => `${instalmentId}|${invoiceId}|${amountCents}`)
    .toSorted();

export async function removeAllocations(tx: WritableLedger, paymentId: Id): Promise<void> {
  for (const { id } of await allocationsOf(tx, paymentId)) await removeRow(tx, "allocation", id);
}

/** The ledger holds the sums after each statement, so what brings a sum nearer to zero goes in first. */
export async function insertAllocations(
  tx: WritableLedger,
  payment: Readonly<{ id: Id; amountCents: number }>,
  allocations: readonly Draft[],
): Promise<void> {
  const sign = payment.amountCents < 0 ? -1 : 1;
  for (const allocation of allocations.toSorted((a, b) => sign * (a.amountCents - b.amountCents)))
    await insertRow(tx, "allocation", { ...allocation, id: newId(), paymentId: payment.id });
}
