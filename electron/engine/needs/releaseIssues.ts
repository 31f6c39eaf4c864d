import type { Id } from "#shared/kernel/id.ts";
import { issuesOfPayment } from "../store/needs.ts";
import { updateRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";

/** Before a payment is voided: what was handed out stays handed out, and waits for the payment that pays for it. */
export async function releaseIssues(tx: WritableLedger, paymentId: Id): Promise<void> {
  for (const { id } of await issuesOfPayment(tx, paymentId))
    await updateRow(tx, "needIssue", id, { paymentId: null });
}
