import { UserError } from "#shared/kernel/errors.ts";
import type { Payment } from "#shared/model/payment.ts";
import { type Excess, excessWithout } from "#shared/payments/excess.ts";
import type { Context } from "../context.ts";
import type { WritableLedger } from "../store/types.ts";

/**
 * Money that had come back is taken off the books: refuses while other payments rest on what it had left free, and,
 * unless the officer knows it, when that leaves the original payment without a valid invoice. A refund that never was
 * must not stay, so the second can be confirmed; the payment then says what it lacks.
 */
export async function assertRefundMayGo(
  context: Context,
  tx: WritableLedger,
  { id, paymentNo, state, refundOfId }: Payment,
  isKnown: boolean,
): Promise<void> {
  if (refundOfId === null || state !== "paid") return;
  const facts = await context.factsIn(tx, context.clock.today());
  const refund = facts.paymentsById.get(id);
  const excess = refund === undefined ? [] : excessWithout(facts, refund);
  const original = facts.paymentsById.get(refundOfId)?.row.paymentNo ?? "";
  const reused = excess.filter(({ isReused }) => isReused);
  if (reused.length > 0)
    throw refused(
      `退款${paymentNo}不能作废：它退回的部分已由其他付款使用，作废后${told(reused)}。`,
      "请先作废或退回用到它的付款，再作废这笔退款。",
    );
  if (excess.length > 0 && !isKnown)
    throw refused(
      `退款${paymentNo}作废后，原付款${original}有一部分没有有效发票：${told(excess)}。`,
      "退款确实没有发生的，请在作废时确认；作废之后到原付款追回款项或换票。",
    );
}

const told = (excess: readonly Excess[]): string => excess.map(({ sentence }) => sentence).join("；");

const refused = (message: string, hint: string): UserError =>
  new UserError({ code: "refused", message, hint });
