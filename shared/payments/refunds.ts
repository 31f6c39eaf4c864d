import { addCents, type Cents, cents, subtractCents, sumCents, zeroCents } from "../kernel/cents.ts";
import type { Allocation, Payment } from "../model/payment.ts";
import { yuan } from "../rules/words.ts";

type Part = Pick<Allocation, "instalmentId" | "invoiceId" | "amountCents">;

/** A payment with what it settles. */
export type Settled = Readonly<{ row: Payment; parts: readonly Part[] }>;

const pairOf = ({ instalmentId, invoiceId }: Part): string => `${instalmentId ?? ""}|${invoiceId ?? ""}`;

/** What may still come back of a payment: what was paid less all refunds of it, also those that are only asked for. */
export const refundableCents = (original: Settled, refunds: readonly Settled[]): Cents =>
  addCents(original.row.amountCents, ...refunds.map(({ row }) => row.amountCents));

/** The parts of a payment as a refund mirrors them: each negative, less what earlier refunds gave back of it. */
export function mirroredParts(original: Settled, refunds: readonly Settled[]): readonly Part[] {
  const open = new Map<string, Part>();
  for (const part of [original, ...refunds].flatMap(({ parts }) => parts)) {
    const known = open.get(pairOf(part))?.amountCents ?? zeroCents;
    open.set(pairOf(part), { ...part, amountCents: addCents(known, part.amountCents) });
  }
  return [...open.values()]
    .filter((part) => part.amountCents > 0)
    .map((part) => ({ ...part, amountCents: cents(-part.amountCents) }));
}

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
  const mirrored = new Map(mirroredParts(original, refunds).map((part) => [pairOf(part), part.amountCents]));
  const wrong = pairSums(refund.parts).find(
    ([pair, sum]) => sum > 0 || sum < (mirrored.get(pair) ?? zeroCents),
  );
  return wrong === undefined ? undefined : `退款的分摊超过了${paymentNo}在同一期次、同一发票上付过的金额。`;
}

function pairSums(parts: readonly Part[]): readonly (readonly [string, Cents])[] {
  const pairs = [...new Set(parts.map(pairOf))];
  return pairs.map((pair) => [
    pair,
    sumCents(parts.filter((part) => pairOf(part) === pair).map((part) => part.amountCents)),
  ]);
}
