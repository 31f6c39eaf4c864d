import { z } from "zod";
import type { ChangeLogEntry } from "#shared/model/filing.ts";
import { type Payment, paymentStates } from "#shared/model/payment.ts";

type State = Payment["state"];

/** One state of a payment's way, with who brought it there and when. */
export type Step = Readonly<{
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

/** When each state was last entered, as the change log tells it. Steps taken before the ledger kept a log are not in it. */
export function enteredAt(history: readonly ChangeLogEntry[]): ReadonlyMap<State, string> {
  const entered = new Map<State, string>();
  for (const entry of history.toSorted((a, b) => a.seq - b.seq)) {
    const state = stateIn(entry.afterJson);
    if (state !== undefined && state !== stateIn(entry.beforeJson)) entered.set(state, entry.at);
  }
  return entered;
}

/** 草稿 → 待审 → 已批 → 已付, with the names that stand on the payment. */
export function stepsOf(payment: Payment, history: readonly ChangeLogEntry[]): readonly Step[] {
  const entered = enteredAt(history);
  const current = paymentStates.indexOf(payment.state);
  const names: Readonly<Record<State, string>> = {
    draft: payment.handledBy,
    pending: payment.reviewedBy === "" ? payment.handledBy : payment.reviewedBy,
    approved: payment.approvedBy,
    paid: "",
  };
  const days: Readonly<Record<State, string | null>> = {
    draft: payment.requestedOn,
    pending: entered.get("pending") ?? null,
    approved: entered.get("approved") ?? null,
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

/** The step forward and the step back, as the flow of a payment knows them. */
export const nextState: Readonly<Record<State, State | null>> = {
  draft: "pending",
  pending: "approved",
  approved: "paid",
  paid: null,
};

export const previousState: Readonly<Record<State, State | null>> = {
  draft: null,
  pending: "draft",
  approved: "pending",
  paid: null,
};

/** Papers and amounts are open to change until a payment is approved. */
export const isEditable = ({ state, voidedAt }: Pick<Payment, "state" | "voidedAt">): boolean =>
  voidedAt === null && (state === "draft" || state === "pending");
