import { UserError } from "#shared/kernel/errors.ts";
import type { Payment } from "#shared/model/payment.ts";
import { refundFault, type Settled } from "#shared/payments/refunds.ts";
import { allocationsOf, findPayment, refundsOf } from "../store/payments.ts";
import type { ReadableLedger } from "../store/types.ts";

/** A payment of the ledger with what it settles. */
export const settledOf = async (ledger: ReadableLedger, row: Payment): Promise<Settled> => ({
  row,
  parts: await allocationsOf(ledger, row.id),
});

/** The live refunds of a payment but for one. */
export async function otherRefunds(
  ledger: ReadableLedger,
  original: Payment,
  except: Payment | undefined,
): Promise<readonly Settled[]> {
  const rows = (await refundsOf(ledger, original.id)).filter((row) => row.id !== except?.id);
  return Promise.all(rows.map((row) => settledOf(ledger, row)));
}

/** Money that comes back must come back of a payment made, and no more of it than is still out. */
export async function assertRefund(ledger: ReadableLedger, payment: Payment): Promise<void> {
  if (payment.refundOfId === null) {
    if (payment.amountCents >= 0) return;
    throw refused(
      `付款${payment.paymentNo}是退款，还没有说明退的是哪一笔付款。`,
      "请在原付款上点“登记退款”。",
    );
  }
  const original = await findPayment(ledger, payment.refundOfId);
  if (original === undefined || original.voidedAt !== null)
    throw refused("原付款已作废，不能登记退款。", "请核对退款对应的原付款。");
  const refund = await settledOf(ledger, payment);
  const fault = refundFault(
    refund,
    await settledOf(ledger, original),
    await otherRefunds(ledger, original, payment),
  );
  if (fault !== undefined) throw refused(fault, "请核对退款金额和分摊。");
}

const refused = (message: string, hint: string): UserError =>
  new UserError({ code: "refused", message, hint });
