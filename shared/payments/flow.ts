import type { Payment, PaymentStep, stepActions } from "../model/payment.ts";

type State = Payment["state"];
export type StepAction = (typeof stepActions)[number];

/** What somebody does to take a payment on or back. */
export const flowActions = ["submit", "review", "approve", "pay", "return", "withdraw"] as const;
export type FlowAction = (typeof flowActions)[number];

/** What a step is called where steps are told. */
export const stepWords: Readonly<Record<StepAction, string>> = {
  submit: "提交",
  review: "审核",
  approve: "批准",
  pay: "付出",
  return: "退回",
  withdraw: "撤回",
  void: "作废",
  offset: "冲销预付款",
  exchange: "换票",
  moveBack: "还原发票",
};

/** 草稿 → 待审 (审核 within it) → 已批 → 已付, and back for correction as long as no money has left. */
const ways: Readonly<Record<State, Partial<Readonly<Record<FlowAction, State>>>>> = {
  draft: { submit: "pending" },
  pending: { review: "pending", approve: "approved", return: "draft", withdraw: "draft" },
  approved: { pay: "paid", return: "pending" },
  paid: {},
};

type Standing = Pick<Payment, "state" | "reviewedBy">;

/** Where an action leads; `undefined` when it is none of the next ones. A payment is reviewed once. */
export const stateAfter = ({ state, reviewedBy }: Standing, action: FlowAction): State | undefined =>
  action === "review" && reviewedBy !== "" ? undefined : ways[state][action];

/** What can be done next, steps on before steps back. */
export const openActions = (payment: Standing): readonly FlowAction[] =>
  flowActions.filter((action) => stateAfter(payment, action) !== undefined);

type Signed = Pick<Payment, "handledBy" | "reviewedBy">;

const isSame = (one: string, other: string): boolean => one.trim() !== "" && one.trim() === other.trim();

/**
 * Why somebody may not take a step where duties are kept apart (不相容岗位相互分离): who handled a payment neither reviews
 * nor approves it, who reviewed it does not approve it, and nothing is approved without a review.
 */
export function dutyConflict(payment: Signed, action: FlowAction, by: string): string | undefined {
  const { handledBy, reviewedBy } = payment;
  if (action !== "review" && action !== "approve") return undefined;
  const duty = action === "review" ? "审核" : "审批";
  if (isSame(handledBy, by)) return `${by.trim()}是这笔付款的经办人，不能由本人${duty}。`;
  if (action === "review") return undefined;
  if (reviewedBy.trim() === "") return "这笔付款还没有审核，不能批准。";
  return isSame(reviewedBy, by) ? `${by.trim()}已经审核这笔付款，不能再由本人审批。` : undefined;
}

/** The step that brought a payment where it stands, by action: the latest of each. */
export const latestSteps = (steps: readonly PaymentStep[]): ReadonlyMap<StepAction, PaymentStep> =>
  new Map(steps.toSorted((a, b) => a.seq - b.seq).map((step) => [step.action, step]));

/** The latest 换票 or 冲销 of a payment that was not taken back since. */
export function latestMove(steps: readonly PaymentStep[]): PaymentStep | undefined {
  const moves: PaymentStep[] = [];
  for (const step of steps.toSorted((a, b) => a.seq - b.seq)) {
    if (step.action === "exchange" || step.action === "offset") moves.push(step);
    if (step.action === "moveBack") moves.pop();
  }
  return moves.at(-1);
}
