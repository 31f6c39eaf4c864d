import type { FactRows } from "./factRows.ts";
import type { Facts } from "./facts.ts";
import { changedRows, type RowChanges } from "./rowChanges.ts";
import { withPapers } from "./withPapers.ts";
import { withPayment } from "./withPayment.ts";

/**
 * The facts of `rows`, made of those of the rows before and of what changed since: the same as if they were built anew,
 * at the price of the change.
 */
export function withChanges(facts: Facts, rows: FactRows, changes: RowChanges): Facts {
  const { payment, allocation, ...papers } = changes;
  const ids = new Set([
    ...changedRows(changes, "payment").map((row) => row.id),
    ...changedRows(changes, "allocation").map((row) => row.paymentId),
  ]);
  const before = Object.keys(papers).length === 0 ? facts : withPapers(facts, rows, papers);
  return [...ids].reduce<Facts>((known, id) => {
    const row = rows.payment.findLast((one) => one.id === id);
    const allocations = rows.allocation.filter(({ paymentId }) => paymentId === id);
    return withPayment(known, { id, row, allocations }, rows);
  }, before);
}
