import { type Cents, cents } from "../kernel/cents.ts";
import { firstIndex, lazy } from "./indexing.ts";
import { countsAs, type PaymentFact } from "./paymentFacts.ts";
import { noTally, type Tally } from "./tally.ts";

/** Running sums of one key: up to and with the payment at an index there were these. */
type Running = { orders: number[]; bound: number[]; open: number[]; boundSum: number; openSum: number };

/** A check of one payment asks a time or two, and looks through all; who asks more often gets an index. */
const fewTimes = 3;

export type RunningUse = Readonly<{
  /** What payments before this one used of what it is for. */
  before: (payment: PaymentFact) => Tally;
  /** The most that was ever used of something, up to any of its payments. */
  most: (key: string) => Cents;
}>;

/**
 * What payments use one after the other of something that many share, as a budget line or a project is. Kept apart from
 * the payments, so that a change of one payment leaves the facts of all others of its project as they are.
 */
export function runningUse(
  payments: readonly PaymentFact[],
  keyOf: (payment: PaymentFact) => string | undefined,
): RunningUse {
  const all = lazy(() => runningSums(payments, keyOf));
  const mostOfAll = lazy(() => mostUsed(payments, keyOf));
  let [askedBefore, askedMost] = [0, 0];
  return {
    before: (payment) => {
      askedBefore += 1;
      const key = keyOf(payment);
      if (key === undefined) return noTally;
      if (askedBefore <= fewTimes) return sumBefore(payments, payment.order, (other) => keyOf(other) === key);
      const running = all().get(key);
      const at = running === undefined ? 0 : firstIndex(running.orders, (order) => order >= payment.order);
      return { boundCents: cents(running?.bound[at - 1] ?? 0), openCents: cents(running?.open[at - 1] ?? 0) };
    },
    most: (key) => {
      askedMost += 1;
      const sums =
        askedMost <= fewTimes
          ? mostUsed(payments, (other) => (keyOf(other) === key ? key : undefined))
          : mostOfAll();
      return cents(sums.get(key)?.most ?? 0);
    },
  };
}

type Most = { sum: number; most: number };

function mostUsed(
  payments: readonly PaymentFact[],
  keyOf: (payment: PaymentFact) => string | undefined,
): ReadonlyMap<string, Most> {
  const sums = new Map<string, Most>();
  for (const payment of payments) {
    const key = keyOf(payment);
    if (key === undefined || countsAs(payment) === undefined) continue;
    const known = sums.get(key) ?? { sum: 0, most: 0 };
    if (known.sum === 0 && known.most === 0) sums.set(key, known);
    known.sum += payment.row.amountCents;
    known.most = Math.max(known.most, known.sum);
  }
  return sums;
}

function sumBefore(
  payments: readonly PaymentFact[],
  order: number,
  counts: (payment: PaymentFact) => boolean,
): Tally {
  let [bound, open] = [0, 0];
  for (const payment of payments) {
    if (payment.order >= order) break;
    if (!counts(payment)) continue;
    const as = countsAs(payment);
    if (as === "bound") bound += payment.row.amountCents;
    if (as === "open") open += payment.row.amountCents;
  }
  return { boundCents: cents(bound), openCents: cents(open) };
}

function runningSums(
  payments: readonly PaymentFact[],
  keyOf: (payment: PaymentFact) => string | undefined,
): ReadonlyMap<string, Running> {
  const sums = new Map<string, Running>();
  for (const payment of payments) {
    const key = keyOf(payment);
    if (key === undefined) continue;
    let running = sums.get(key);
    if (running === undefined) {
      running = { orders: [], bound: [], open: [], boundSum: 0, openSum: 0 };
      sums.set(key, running);
    }
    const as = countsAs(payment);
    if (as === "bound") running.boundSum += payment.row.amountCents;
    if (as === "open") running.openSum += payment.row.amountCents;
    running.orders.push(payment.order);
    running.bound.push(running.boundSum);
    running.open.push(running.openSum);
  }
  return sums;
}
