import type { ApiParsed } from "#shared/api/contract.ts";
import { dropApprovals } from "../approvals/dropApprovals.ts";
import type { Context } from "../context.ts";
import { voidDevices } from "../rentals/voidDevices.ts";
import { bondMovementsOf } from "../store/agreements.ts";
import { listAcceptances } from "../store/contracts.ts";
import { voidRow } from "../store/rows.ts";
import { contractParts } from "./contractParts.ts";

/**
 * Voids a contract with its plan and its acceptances; minutes that also decided on something else stay without it. The
 * ledger refuses it while payments or other contracts hang on it.
 */
export async function voidContract(
  context: Context,
  { id, reason }: ApiParsed<"contracts.void">,
): Promise<void> {
  await context.write("作废合同", async (tx) => {
    const { instalments, rentals, supplements } = await contractParts(tx, id);
    // What refers to another part goes before it.
    for (const row of await listAcceptances(tx, id)) await voidRow(tx, "acceptance", row.id, reason);
    for (const row of instalments) await voidRow(tx, "instalment", row.id, reason);
    for (const { rental } of rentals) {
      await voidDevices(tx, rental.id, reason);
      await voidRow(tx, "rental", rental.id, reason);
    }
    for (const row of await bondMovementsOf(tx, id)) await voidRow(tx, "bondMovement", row.id, reason);
    for (const row of supplements) await voidRow(tx, "supplement", row.id, reason);
    await dropApprovals(tx, { contractId: id }, reason);
    await voidRow(tx, "contract", id, reason);
  });
}
