import type { ReadableLedger } from "#engine/store/types.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { invoiceFactsOf } from "#shared/rules/invoiceFacts.ts";

const add = (sums: Map<string, number>, key: string | null, amount: number) =>
  key === null ? sums : sums.set(key, (sums.get(key) ?? 0) + amount);

/** The sums that bind, added up anew from the rows, by nothing that the product computes itself. */
export async function readSums(ledger: ReadableLedger) {
  const payments = await ledger.read
    .selectFrom("payment")
    .selectAll()
    .where("voidedAt", "is", null)
    .execute();
  const allocations = await ledger.read.selectFrom("allocation").selectAll().execute();
  const instalments = await ledger.read.selectFrom("instalment").selectAll().execute();
  const invoices = await ledger.read
    .selectFrom("invoice")
    .selectAll()
    .where("voidedAt", "is", null)
    .execute();
  const acceptances = await ledger.read
    .selectFrom("acceptance")
    .selectAll()
    .where("voidedAt", "is", null)
    .execute();
  /** What its own latest acceptance takes off, where that is more than what is written into it. */
  const deducted = ({ id, deductionCents }: (typeof instalments)[number]): number => {
    const own = acceptances.filter(({ instalmentId }) => instalmentId === id);
    const latest = own.toSorted((a, b) =>
      `${a.acceptedOn}|${a.id}` < `${b.acceptedOn}|${b.id}` ? 1 : -1,
    )[0];
    return Math.max(deductionCents, latest?.deductionCents ?? 0);
  };
  const { payableCents } = invoiceFactsOf(invoices, isoDate("2099-12-31"));
  const byPayment = new Map(payments.map((payment) => [payment.id as string, payment]));
  const ofPayment = new Map<string, number>();
  const ofInstalment = new Map<string, number>();
  const ofInvoice = new Map<string, number>();
  const refunded = new Map<string, number>();
  for (const part of allocations) {
    const payment = byPayment.get(part.paymentId);
    if (payment === undefined) continue;
    add(ofPayment, payment.id, part.amountCents);
    // A refund counts once it is back.
    const isBound = payment.state === "paid" || (payment.state === "approved" && payment.amountCents >= 0);
    if (!isBound) continue;
    add(ofInstalment, part.instalmentId, part.amountCents);
    add(ofInvoice, part.invoiceId, part.amountCents);
  }
  for (const { refundOfId, amountCents } of payments) add(refunded, refundOfId, -amountCents);
  /** With its refunds, each pair of papers and all of them. */
  const keptOf = new Map<string, number>();
  const keptInPair = new Map<string, number>();
  for (const part of allocations) {
    const payment = byPayment.get(part.paymentId);
    if (payment === undefined) continue;
    const original = payment.refundOfId ?? payment.id;
    add(keptOf, original, part.amountCents);
    add(keptInPair, `${original}|${part.instalmentId}|${part.invoiceId}`, part.amountCents);
  }
  return {
    /** Every sum that is out of its bounds, in words; none, if all is well. */
    broken: [
      ...payments
        .filter(({ id, amountCents }) => {
          const sum = ofPayment.get(id) ?? 0;
          return amountCents >= 0 ? sum > amountCents : sum < amountCents;
        })
        .map(({ paymentNo }) => `Σ allocation of ${paymentNo}`),
      ...instalments
        .filter((row) => {
          const sum = ofInstalment.get(row.id) ?? 0;
          return sum > row.amountCents - deducted(row) || sum < 0;
        })
        .map(({ label }) => `Σ instalment ${label}`),
      ...invoices
        .filter(({ id, grossCents }) => Math.abs(ofInvoice.get(id) ?? 0) > Math.abs(grossCents))
        .map(({ number }) => `Σ invoice ${number}`),
      ...invoices
        .filter(({ id }) => (ofInvoice.get(id) ?? 0) < 0)
        .map(({ number }) => `invoice ${number} below nothing`),
      ...payments
        .filter(({ id, amountCents }) => (refunded.get(id) ?? 0) > Math.max(0, amountCents))
        .map(({ paymentNo }) => `refunds of ${paymentNo}`),
      ...payments
        .filter(({ id, amountCents }) => amountCents > 0 && (refunded.get(id) ?? 0) > 0)
        .filter(({ id, amountCents }) => (keptOf.get(id) ?? 0) > amountCents - (refunded.get(id) ?? 0))
        .map(({ paymentNo }) => `more settled than kept of ${paymentNo}`),
      ...[...keptInPair].filter(([, sum]) => sum < 0).map(([pair]) => `pair ${pair} below nothing`),
    ],
    /** By how much each invoice is settled beyond what it says with its red ones. */
    excess: new Map(
      invoices.map((invoice) => [
        invoice.id as string,
        Math.max(0, (ofInvoice.get(invoice.id) ?? 0) - Math.max(0, payableCents(invoice))),
      ]),
    ),
  };
}
