import { addCents, type Cents, maxCents, subtractCents, sumCents, zeroCents } from "../kernel/cents.ts";
import type { Facts } from "../rules/facts.ts";
import { groupBy, lazyGroups } from "../rules/indexing.ts";
import type { PaymentFact } from "../rules/paymentFacts.ts";

export type Advances = Readonly<{
  /** The refunds of a payment that are back. */
  refundsOf: (payment: PaymentFact) => readonly PaymentFact[];
  /** What of a payment did not come back. */
  keptCents: (payment: PaymentFact) => Cents;
  /** What of an advance paid neither came back nor is covered by an invoice; nothing of any other payment. */
  openCents: (payment: PaymentFact) => Cents;
}>;

/** The advances of a ledger: the one answer of rules, due list and payment to how much of one is open. */
export function advancesOf(facts: Facts): Advances {
  const refunds = lazyGroups(() =>
    groupBy(
      facts.payments.filter(({ row, isPaid }) => isPaid && row.refundOfId !== null),
      ({ row }) => row.refundOfId,
    ),
  );
  const refundsOf = (payment: PaymentFact) => refunds.of(payment.row.id);
  const keptCents = (payment: PaymentFact): Cents =>
    sumCents([payment, ...refundsOf(payment)].map(({ row }) => row.amountCents));
  return {
    refundsOf,
    keptCents,
    openCents: (payment) => {
      const { row, isPaid } = payment;
      if (row.isAdvance === 0 || !isPaid || row.amountCents <= 0) return zeroCents;
      const invoiced = [payment, ...refundsOf(payment)].flatMap(({ invoiceUses }) => invoiceUses);
      const covered = addCents(...invoiced.map((use) => use.cents));
      return maxCents(zeroCents, subtractCents(keptCents(payment), covered));
    },
  };
}
