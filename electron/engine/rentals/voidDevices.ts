import type { Id } from "#shared/kernel/id.ts";
import { devicesOf } from "../store/rentals.ts";
import { voidRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";

/** Voids every device of a rental: they go before the rental itself does. */
export async function voidDevices(tx: WritableLedger, rentalId: Id, reason: string): Promise<void> {
  for (const { id } of await devicesOf(tx, rentalId)) await voidRow(tx, "device", id, reason);
}
