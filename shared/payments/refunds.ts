import {
  addCents,
  type Cents,
  cents,
  maxCents,
  minCents,
  subtractCents,
  sumCents,
  zeroCents,
} from "../kernel/cents.ts";
import type { Allocation, Payment } from "../model/payment.ts";
import { yuan } from "../rules/words.ts";

type Part = Pick<Allocation, "instalmentId" | "invoiceId" | "amountCents">;

/** A payment with what it settles. */
export type Settled = Readonly<{ row: Payment; parts: readonly Part[] }>;

const pairOf = ({ instalmentId, invoiceId }: Part): string => `${instalmentId ?? ""}|${invoiceId ?? ""}`;

/** What may still come back of a payment: what was paid less all refunds of it, also those that are only asked for. */
export const refundableCents = (original: Settled, refunds: readonly Settled[]): Cents =>
  addCents(original.row.amountCents, ...refunds.map(({ row }) => row.amountCents));

/** What is left of a payment in each pair of instalment and invoice, less what its refunds gave back of it. */
export function openParts(original: Settled, refunds: readonly Settled[]): readonly Part[] {
  const open = new Map<string, Part>();
  for (const part of [original, ...refunds].flatMap(({ parts }) => parts)) {
    const known = open.get(pairOf(part))?.amountCents ?? zeroCents;
    open.set(pairOf(part), { ...part, amountCents: addCents(known, part.amountCents) });
  }
  return [...open.values()].filter((part) => part.amountCents > 0);
}

/** The parts of a payment as a refund of so much mirrors them: each negative, in their order, up to the amount. */
export function mirroredParts(
  original: Settled,
  refunds: readonly Settled[],
  amount: Cents = refundableCents(original, refunds),
): readonly Part[] {
  let left = amount;
  return openParts(original, refunds).flatMap((part) => {
    const back = minCents(left, part.amountCents);
    left = subtractCents(left, back);
    return back <= 0 ? [] : { ...part, amountCents: cents(-back) };
  });
}

/** Whether each refund still gives back what the payment has settled, pair by pair. */
export const refundsFit = (original: Settled, refunds: readonly Settled[]): boolean =>
  pairSums([original, ...refunds].flatMap(({ parts }) => parts)).every(([, sum]) => sum >= 0);

/** Why a refund cannot be for this payment; `undefined` when it can. `refunds`: all others of the same payment. */
export function refundFault(
  refund: Settled,
  original: Settled,
  refunds: readonly Settled[],
): string | undefined {
  const { paymentNo, state, amountCents } = original.row;
  if (refund.row.amountCents >= 0) return "退款的金额应为负数。";
  if (amountCents <= 0) return `${paymentNo}本身是退款，不能再退。`;
  if (state !== "paid") return `${paymentNo}还没有付出，不用退款；请退回或作废。`;
  const left = refundableCents(original, refunds);
  const back = cents(-refund.row.amountCents);
  if (back > left)
    return `${paymentNo}付款${yuan(amountCents)}，已退或在退${yuan(subtractCents(amountCents, left))}，最多再退${yuan(left)}，本次退${yuan(back)}。`;
  const open = new Map(openParts(original, refunds).map((part) => [pairOf(part), part.amountCents]));
  const wrong = pairSums(refund.parts).find(([pair, sum]) => sum > 0 || -sum > (open.get(pair) ?? zeroCents));
  if (wrong !== undefined) return `退款的分摊超过了${paymentNo}在同一期次、同一发票上付过的金额。`;
  const kept = keptBeyond(refund, original, refunds);
  return kept > 0
    ? `退款后${paymentNo}只剩${yuan(subtractCents(left, back))}，期次、发票上的分摊却多出${yuan(kept)}：请把本次退款分摊到原来的期次和发票。`
    : undefined;
}

/** By how much a refund leaves more settled than was paid after all: money that is back settles nothing. */
function keptBeyond(refund: Settled, original: Settled, refunds: readonly Settled[]): Cents {
  const beyond = (all: readonly Settled[]): Cents => {
    const parts = sumCents(openParts(original, all).map((part) => part.amountCents));
    return maxCents(zeroCents, subtractCents(parts, refundableCents(original, all)));
  };
  const after = beyond([...refunds, refund]);
  // What an older refund left so is not the fault of this one.
  return after > beyond(refunds) ? after : zeroCents;
}

function pairSums(parts: readonly Part[]): readonly (readonly [string, Cents])[] {
  const pairs = [...new Set(parts.map(pairOf))];
  return pairs.map((pair) => [
    pair,
    sumCents(parts.filter((part) => pairOf(part) === pair).map((part) => part.amountCents)),
  ]);
}
