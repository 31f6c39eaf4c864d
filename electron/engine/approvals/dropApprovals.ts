import type { Id } from "#shared/kernel/id.ts";
import { approvalsOf } from "../store/approvals.ts";
import { updateRow, voidRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";

/** Before a contract or a payment is voided: what was decided on it alone goes with it, the rest stays without it. */
export async function dropApprovals(
  tx: WritableLedger,
  owner: Readonly<{ contractId: Id }> | Readonly<{ paymentId: Id }>,
  reason: string,
): Promise<void> {
  for (const row of await approvalsOf(tx, owner)) {
    const owners = [row.projectId, row.contractId, row.paymentId].filter((id) => id !== null);
    if (owners.length === 1) await voidRow(tx, "approval", row.id, reason);
    else
      await updateRow(
        tx,
        "approval",
        row.id,
        "contractId" in owner ? { contractId: null } : { paymentId: null },
      );
  }
}
