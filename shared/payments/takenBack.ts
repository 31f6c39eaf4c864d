import { type Cents, maxCents, minCents, subtractCents, zeroCents } from "../kernel/cents.ts";
import type { Invoice } from "../model/invoice.ts";
import type { Facts } from "../rules/facts.ts";
import { lazy } from "../rules/indexing.ts";
import type { PaymentFact } from "../rules/paymentFacts.ts";
import { settledBy } from "./overSums.ts";

/** What a payment made rests on with an invoice that says less now than was paid on it. */
export type Uncovered = Readonly<{
  invoice: Invoice;
  reds: readonly Invoice[];
  payableCents: Cents;
  /** By all approved and paid payments, less what came back. */
  settledCents: Cents;
  /** Of this payment: at most what it gave to the invoice and did not get back. */
  uncoveredCents: Cents;
}>;

/** The invoices of a payment made that were reversed or voided after it, each with how much of it they leave uncovered. */
export function takenBack(facts: Facts, payment: PaymentFact): readonly Uncovered[] {
  if (payment.state !== "paid" || payment.row.amountCents <= 0) return [];
  // Looked for among all payments, and only where an invoice says less than was paid on it.
  const refunds = lazy(() =>
    facts.payments.filter(({ row, state }) => row.refundOfId === payment.row.id && state === "paid"),
  );
  return payment.invoiceUses.flatMap(({ of: invoice }) => {
    const payableCents = maxCents(zeroCents, facts.invoices.payableCents(invoice));
    const users = facts.usesOfInvoice.of(invoice).map((use) => use.payment);
    const isOn = (part: Readonly<{ invoiceId: string | null }>) => part.invoiceId === invoice.id;
    const settledCents = settledBy(users, undefined, isOn);
    if (settledCents <= payableCents) return [];
    const left = settledBy([payment, ...refunds()], undefined, isOn);
    const uncoveredCents = minCents(left, subtractCents(settledCents, payableCents));
    return uncoveredCents <= 0
      ? []
      : { invoice, reds: facts.invoices.redOf(invoice), payableCents, settledCents, uncoveredCents };
  });
}
