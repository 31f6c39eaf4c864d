import type { PaymentFact } from "./paymentFacts.ts";
import type { Hit } from "./rule.ts";
import type { Use } from "./tally.ts";

/** What a look at each of many finds. Most are right, and nothing is put together for those. */
export function hitsIn<Item>(items: readonly Item[], look: (item: Item) => Hit | undefined): readonly Hit[] {
  const hits: Hit[] = [];
  for (const item of items) {
    const hit = look(item);
    if (hit !== undefined) hits.push(hit);
  }
  return hits;
}

/** The same for what payments use: their invoices, their instalments, their contracts. */
export function hitsInUses<Of>(
  payments: readonly PaymentFact[],
  usesOf: (payment: PaymentFact) => readonly Use<Of>[],
  look: (use: Use<Of>, payment: PaymentFact) => Hit | undefined,
): readonly Hit[] {
  const hits: Hit[] = [];
  for (const payment of payments) {
    for (const use of usesOf(payment)) {
      const hit = look(use, payment);
      if (hit !== undefined) hits.push(hit);
    }
  }
  return hits;
}
