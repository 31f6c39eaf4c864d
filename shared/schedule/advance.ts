import {
  addCents,
  type Cents,
  cents,
  maxCents,
  minCents,
  splitCents,
  subtractCents,
  sumCents,
  zeroCents,
} from "../kernel/cents.ts";
import { compareText } from "../kernel/compareText.ts";
import type { Contract, Instalment } from "../model/contract.ts";

type Offset = Contract["advanceOffset"];

/**
 * How much of an advance is taken off each of the parts that would be due without it: in equal shares, from the first on,
 * or from the last back. No share is more than its part; the shares add up to the advance as far as the parts reach.
 */
export function offsetShares(parts: readonly Cents[], advance: Cents, offset: Offset): readonly Cents[] {
  const wanted =
    offset === "even" && parts.length > 0 ? splitCents(advance, parts.length) : parts.map(() => zeroCents);
  const shares = parts.map((part, index) => minCents(part, wanted[index] ?? zeroCents));
  let left = subtractCents(advance, sumCents(shares));
  const fill = (index: number) => {
    const room = minCents(left, subtractCents(parts[index] ?? zeroCents, shares[index] ?? zeroCents));
    shares[index] = addCents(shares[index] ?? zeroCents, room);
    left = subtractCents(left, room);
  };
  const order = parts.map((_, index) => index);
  for (const index of offset === "last" ? order.toReversed() : order) fill(index);
  return shares;
}

/** What was paid in advance and how much of it work has answered for. */
export type AdvanceState = Readonly<{ paidCents: Cents; offsetCents: Cents; openCents: Cents }>;

/** An instalment, and whether its work is done: accepted, or, where no acceptance is called for, paid or over. */
export type OffsetInstalment = Pick<Instalment, "kind" | "amountCents" | "periodFrom" | "seq"> &
  Readonly<{ isDone: boolean }>;

/**
 * 预付款 not yet offset: what was paid of it, less the shares of the instalments whose work is done. The share of an
 * instalment follows from how the contract offsets its advance, over equal parts of the whole.
 */
export function advanceState(
  contract: Pick<Contract, "advanceOffset">,
  instalments: readonly OffsetInstalment[],
  paidCents: Cents,
): AdvanceState {
  const ofKind = (kind: Instalment["kind"]) => instalments.filter((row) => row.kind === kind);
  const planned = sumCents(ofKind("advance").map((row) => row.amountCents));
  // Money given in advance without a plan for it is offset like planned money.
  const advance = maxCents(planned, paidCents);
  const regular = ofKind("regular").toSorted(
    (a, b) => compareText(a.periodFrom, b.periodFrom) || a.seq - b.seq,
  );
  const whole = addCents(advance, ...regular.map((row) => row.amountCents));
  const shares =
    regular.length === 0
      ? []
      : offsetShares(splitCents(whole, regular.length), advance, contract.advanceOffset);
  const done = sumCents(regular.map((row, index) => (row.isDone ? (shares[index] ?? zeroCents) : zeroCents)));
  const offsetCents = cents(Math.max(0, Math.min(done, paidCents)));
  return { paidCents, offsetCents, openCents: subtractCents(paidCents, offsetCents) };
}
