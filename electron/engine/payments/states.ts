import { UserError } from "#shared/kernel/errors.ts";
import type { Payment } from "#shared/model/payment.ts";
import { type FlowAction, openActions, stateAfter, stepWords } from "#shared/payments/flow.ts";
import { paymentWords } from "#shared/words/words.ts";

type Standing = Pick<Payment, "paymentNo" | "state" | "reviewedBy">;

/** Where a step leads; refuses one that the flow of a payment does not know. */
export function assertStep(payment: Standing, action: FlowAction): Payment["state"] {
  const state = stateAfter(payment, action);
  if (state !== undefined) return state;
  const { paymentNo, reviewedBy } = payment;
  const open = openActions(payment).map((next) => `“${stepWords[next]}”`);
  const isReviewed = action === "review" && payment.state === "pending";
  throw new UserError({
    code: "refused",
    message: isReviewed
      ? `付款${paymentNo}已由${reviewedBy}审核。`
      : `付款${paymentNo}现为“${paymentWords[payment.state]}”，不能${stepWords[action]}。`,
    hint:
      open.length === 0
        ? "已付的付款不能退回；确有错误的，请登记退款，或作废并写明原因。"
        : `下一步可以是${open.join("或")}。`,
  });
}

/** Papers and amounts are open to change until a payment is approved. */
export function assertEditable(payment: Pick<Payment, "paymentNo" | "state">): void {
  if (payment.state === "draft" || payment.state === "pending") return;
  throw new UserError({
    code: "refused",
    message: `付款${payment.paymentNo}${paymentWords[payment.state]}，不能再修改。`,
    hint: payment.state === "approved" ? "请先退回“待审”再修改。" : "确有错误的，请作废并写明原因。",
  });
}
