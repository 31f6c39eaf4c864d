import { UserError } from "#shared/kernel/errors.ts";
import type { Payment } from "#shared/model/payment.ts";

type State = Payment["state"];

export const stateLabels: Readonly<Record<State, string>> = {
  draft: "草稿",
  pending: "待审",
  approved: "已批",
  paid: "已付",
};

/** 草稿 → 待审 → 已批 → 已付, and back for correction as long as no money has left. */
const ways: Readonly<Record<State, readonly State[]>> = {
  draft: ["pending"],
  pending: ["draft", "approved"],
  approved: ["pending", "paid"],
  paid: [],
};

/** Refuses a step that the flow of a payment does not know. */
export function assertStep(payment: Pick<Payment, "paymentNo" | "state">, to: State): void {
  if (ways[payment.state].includes(to)) return;
  const open = ways[payment.state].map((state) => `“${stateLabels[state]}”`).join("或");
  throw new UserError({
    code: "refused",
    message: `付款${payment.paymentNo}现为“${stateLabels[payment.state]}”，不能改为“${stateLabels[to]}”。`,
    hint: open === "" ? "已付的付款不能退回；确有错误的，请作废并写明原因。" : `下一步可以是${open}。`,
  });
}

/** Papers and amounts are open to change until a payment is approved. */
export function assertEditable(payment: Pick<Payment, "paymentNo" | "state">): void {
  if (payment.state === "draft" || payment.state === "pending") return;
  throw new UserError({
    code: "refused",
    message: `付款${payment.paymentNo}${stateLabels[payment.state]}，不能再修改。`,
    hint: payment.state === "approved" ? "请先退回“待审”再修改。" : "确有错误的，请作废并写明原因。",
  });
}
