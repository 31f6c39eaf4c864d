import type { Allocation, Payment } from "../model/payment.ts";
import type { FactRows } from "./factRows.ts";
import { buildFacts, type Facts, factsOf } from "./facts.ts";
import { firstIndex } from "./indexing.ts";
import { exchangePayments, neighbours } from "./neighbours.ts";
import { type PaymentFact, paymentFactsOf } from "./paymentFacts.ts";
import { comparePlaced, type Ordered, orderBetween, type Placed, place } from "./paymentOrder.ts";

/** A payment as it is to be; no `row` when it is to be no more. */
export type PaymentChange = Readonly<{
  id: Payment["id"];
  row: Payment | undefined;
  allocations: readonly Allocation[];
}>;

/**
 * The facts with a payment put in place of what is stored of it: those of the rows with it, at the price of the payments
 * that share a contract or an invoice with it, directly or through others. All others keep their facts. `rows` may be
 * given where they are known already.
 */
export function withPayment(
  facts: Facts,
  change: PaymentChange,
  rows: FactRows = rowsWith(facts, change),
): Facts {
  const before = facts.paymentsById.get(change.id);
  const placed = change.row === undefined ? undefined : place(change.row, facts.asOf);
  const order = placed === undefined ? 0 : orderFor(facts, placed, before);
  // No room is left between two neighbours.
  if (order === undefined) return buildFacts(rows, facts.asOf);
  const added: readonly Ordered[] = placed === undefined ? [] : [{ ...placed, order }];
  const near = neighbours(facts, [
    ...(before === undefined ? [] : [before]),
    ...paymentFactsOf(added, change.allocations, facts),
  ]);
  const others = near.filter((payment) => payment.row.id !== change.id);
  const come = paymentFactsOf(
    [...others, ...added].sort((a, b) => a.order - b.order),
    [...others.flatMap((payment) => payment.allocations), ...change.allocations],
    facts,
  );
  const gone = before === undefined ? others : [...others, before];
  return factsOf({ ...facts, rows }, exchangePayments(facts, { gone, come }));
}

/** Its rows are looked for as the very objects: comparing the ids of a whole table takes longer than all the rest. */
function rowsWith({ rows, paymentsById }: Facts, { id, row, allocations }: PaymentChange): FactRows {
  const known = paymentsById.get(id);
  const before =
    known === undefined
      ? {
          payment: rows.payment.filter((other) => other.id === id),
          allocation: rows.allocation.filter((other) => other.paymentId === id),
        }
      : { payment: [known.row], allocation: known.allocations };
  return {
    ...rows,
    payment: [...without(rows.payment, before.payment), ...(row === undefined ? [] : [row])],
    allocation: [...without(rows.allocation, before.allocation), ...allocations],
  };
}

function without<Item>(items: readonly Item[], gone: readonly Item[]): readonly Item[] {
  const kept = [...items];
  for (const item of gone) {
    const at = kept.indexOf(item);
    if (at < 0) throw new Error("facts hold a row that is not among their rows");
    kept.splice(at, 1);
  }
  return kept;
}

/** Where a payment belongs among all others but the one it replaces. */
function orderFor(
  { payments, asOf }: Facts,
  placed: Placed,
  replaced: PaymentFact | undefined,
): number | undefined {
  const at = firstIndex(payments, ({ row }) => {
    const other = place(row, asOf);
    return other !== undefined && comparePlaced(other, placed) > 0;
  });
  const before = payments[at - 1] === replaced ? payments[at - 2] : payments[at - 1];
  const after = payments[at] === replaced ? payments[at + 1] : payments[at];
  return orderBetween(before?.order, after?.order);
}
