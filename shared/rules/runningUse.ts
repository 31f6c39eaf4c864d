import { cents } from "../kernel/cents.ts";
import { firstIndex, lazy } from "./indexing.ts";
import { countsAs, type PaymentFact } from "./paymentFacts.ts";
import { noTally, type Tally } from "./tally.ts";

/** Running sums of one key: before the payment at an index there were these. One entry more than payments. */
type Running = { orders: number[]; bound: number[]; open: number[] };

/**
 * What payments before one used of something that many share, as a budget line or a project is. Kept apart from the
 * payments, so that a change of one payment leaves the facts of all others of its project as they are.
 */
export function runningUse(
  payments: readonly PaymentFact[],
  keyOf: (payment: PaymentFact) => string | undefined,
): (payment: PaymentFact) => Tally {
  const all = lazy(() => runningSums(payments, keyOf));
  return (payment) => {
    const running = all().get(keyOf(payment) ?? "");
    if (running === undefined) return noTally;
    const at = firstIndex(running.orders, (order) => order >= payment.order);
    return { boundCents: cents(running.bound[at] ?? 0), openCents: cents(running.open[at] ?? 0) };
  };
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
      running = { orders: [], bound: [0], open: [0] };
      sums.set(key, running);
    }
    const as = countsAs(payment);
    const { amountCents } = payment.row;
    running.orders.push(payment.order);
    running.bound.push((running.bound.at(-1) ?? 0) + (as === "bound" ? amountCents : 0));
    running.open.push((running.open.at(-1) ?? 0) + (as === "open" ? amountCents : 0));
  }
  return sums;
}
