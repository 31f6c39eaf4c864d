import { z } from "zod";
import type { ChangeLogEntry } from "#shared/model/filing.ts";
import { type Payment, type PaymentStep, paymentStates } from "#shared/model/payment.ts";
import { type FlowAction, latestSteps, openActions, type StepAction } from "#shared/payments/flow.ts";

type State = Payment["state"];

/** One state of a payment's way, with who brought it there and when. */
export type Stage = Readonly<{
  state: State;
  isReached: boolean;
  isCurrent: boolean;
  by: string;
  /** A day or an instant; null while it is not known. */
  at: string | null;
}>;

const withState = z.object({ state: z.enum(paymentStates) });

function stateIn(json: string | null): State | undefined {
  if (json === null) return undefined;
  const parsed = withState.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data.state : undefined;
}

/** When each state was last entered, as the change log tells it: for payments older than their steps. */
export function enteredAt(history: readonly ChangeLogEntry[]): ReadonlyMap<State, string> {
  const entered = new Map<State, string>();
  for (const entry of history.toSorted((a, b) => a.seq - b.seq)) {
    const state = stateIn(entry.afterJson);
    if (state !== undefined && state !== stateIn(entry.beforeJson)) entered.set(state, entry.at);
  }
  return entered;
}

/** 草稿 → 待审 → 已批 → 已付, with the names that stand on the payment. Who reviewed it stands with 待审. */
export function stagesOf(
  payment: Payment,
  steps: readonly PaymentStep[],
  history: readonly ChangeLogEntry[],
): readonly Stage[] {
  const entered = enteredAt(history);
  const latest = latestSteps(steps);
  const current = paymentStates.indexOf(payment.state);
  const names: Readonly<Record<State, string>> = {
    draft: payment.handledBy,
    pending: payment.reviewedBy === "" ? payment.handledBy : payment.reviewedBy,
    approved: payment.approvedBy,
    paid: latest.get("pay")?.by ?? "",
  };
  const since = (action: StepAction, state: State) => latest.get(action)?.at ?? entered.get(state) ?? null;
  const days: Readonly<Record<State, string | null>> = {
    draft: payment.requestedOn,
    pending: since(payment.reviewedBy === "" ? "submit" : "review", "pending"),
    approved: since("approve", "approved"),
    paid: payment.paidOn,
  };
  return paymentStates.map((state, index) => {
    const isReached = index <= current;
    return {
      state,
      isReached,
      isCurrent: index === current,
      by: isReached ? names[state] : "",
      at: isReached ? days[state] : null,
    };
  });
}

/** What the buttons say. */
export const actionWords: Readonly<Record<FlowAction, string>> = {
  submit: "提交审核",
  review: "审核通过",
  approve: "批准",
  pay: "登记付款",
  return: "退回",
  withdraw: "撤回",
};

/** Who signs each step. */
export const signerWords: Readonly<Record<FlowAction, string>> = {
  submit: "经办人",
  review: "审核人",
  approve: "审批人",
  pay: "经办人",
  return: "姓名",
  withdraw: "经办人",
};

/** Held back while something blocks the payment. */
export const isBinding = (action: FlowAction): boolean => action === "approve" || action === "pay";

/** The step that comes next, and the others that are open beside it. */
export function nextSteps(
  payment: Pick<Payment, "state" | "reviewedBy" | "voidedAt">,
): Readonly<{ next: FlowAction | undefined; others: readonly FlowAction[] }> {
  const [next, ...others] = payment.voidedAt === null ? openActions(payment) : [];
  return { next, others };
}

/** Papers and amounts are open to change until a payment is approved. */
export const isEditable = ({ state, voidedAt }: Pick<Payment, "state" | "voidedAt">): boolean =>
  voidedAt === null && (state === "draft" || state === "pending");
