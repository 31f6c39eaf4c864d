import type { CellLock } from "#shared/api/rentals.ts";
import type { InstalmentFact } from "#shared/rules/contractFacts.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { groupBy } from "#shared/rules/indexing.ts";

/** Why the plan keeps an instalment as it is, by the papers `reconcilePlan` goes by; whatever state a payment is in. */
export function cellLocks({ rows }: Facts): (instalment: InstalmentFact) => CellLock | null {
  const links = groupBy(rows.allocation, (row) => row.instalmentId);
  const accepted = new Set(rows.acceptance.map((row) => row.instalmentId));
  return ({ row }) => {
    const own = links.of(row.id);
    if (own.some((link) => link.invoiceId !== null)) return "invoiced";
    if (own.length > 0) return "paid";
    return accepted.has(row.id) ? "accepted" : null;
  };
}
