import { type Cents, cents, subtractCents } from "../kernel/cents.ts";
import type { Invoice } from "../model/invoice.ts";
import type { InstalmentFact } from "../rules/contractFacts.ts";
import type { Facts } from "../rules/facts.ts";
import { countsAs, type PaymentFact } from "../rules/paymentFacts.ts";
import type { UseBy } from "../rules/paymentIndex.ts";

/**
 * Which payments leave less of a paper: `bound` are those approved and paid, which the ledger's sums hold; `asked` are
 * also those still drafted or in review, which nobody should be offered the same paper beside.
 */
export type Holders = "bound" | "asked";

type Held = Readonly<{
  by: Holders;
  /** Payments whose part does not matter, such as the one that is being written. */
  except?: (payment: PaymentFact) => boolean;
}>;

/** What payments give to a paper. A refund gives it back once the money is there, and not a day before. */
export function heldCents<Of>(uses: readonly UseBy<Of>[], { by, except }: Held): Cents {
  let held = 0;
  for (const { payment, use } of uses) {
    const counts = countsAs(payment);
    if (counts === undefined || (by === "bound" && counts === "open") || except?.(payment)) continue;
    held += use.cents;
  }
  return cents(held);
}

/** What is free of an invoice with its red ones; below zero when more is held than it says. */
export const freeOfInvoice = (facts: Facts, invoice: Invoice, held: Held): Cents =>
  subtractCents(facts.invoices.payableCents(invoice), heldCents(facts.usesOfInvoice.of(invoice), held));

/** What is free of an instalment after its deduction; below zero when more is held than is due. */
export const freeOfInstalment = (facts: Facts, instalment: InstalmentFact, held: Held): Cents =>
  subtractCents(instalment.payableCents, heldCents(facts.usesOfInstalment.of(instalment), held));
