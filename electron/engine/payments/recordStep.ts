import type { Id } from "#shared/kernel/id.ts";
import type { PaymentStep } from "#shared/model/payment.ts";
import type { Context } from "../context.ts";
import { newId } from "../store/newId.ts";
import { stepsOf } from "../store/payments.ts";
import { insertRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";

type Told = Pick<PaymentStep, "action" | "by" | "opinion"> & Partial<Pick<PaymentStep, "findingsJson">>;

/** Writes down who did what with a payment, in the transaction of the doing. */
export async function recordStep(
  tx: WritableLedger,
  { clock }: Pick<Context, "clock">,
  paymentId: Id,
  { action, by, opinion, findingsJson = null }: Told,
): Promise<void> {
  const seq = ((await stepsOf(tx, paymentId)).at(-1)?.seq ?? 0) + 1;
  await insertRow(tx, "paymentStep", {
    id: newId(),
    paymentId,
    seq,
    action,
    by: by.trim(),
    at: clock.now(),
    opinion,
    findingsJson,
  });
}
