import { firstIndex } from "./indexing.ts";
import type { PaymentFact } from "./paymentFacts.ts";
import { type PaymentIndex, type Replaced, reindexPayments } from "./paymentIndex.ts";

/** The stored payments that share a contract or an invoice with some payments, with each other, and so on. */
export function neighbours(
  facts: Pick<PaymentIndex, "usesOfContract" | "usesOfInvoice">,
  start: readonly PaymentFact[],
): readonly PaymentFact[] {
  const found = new Set<PaymentFact>();
  const waiting = [...start];
  const seen = new Set<unknown>();
  const look = <Of>(of: Of, uses: readonly Readonly<{ payment: PaymentFact }>[]): void => {
    if (seen.has(of)) return;
    seen.add(of);
    for (const { payment } of uses) {
      if (found.has(payment)) continue;
      found.add(payment);
      waiting.push(payment);
    }
  };
  for (let payment = waiting.pop(); payment !== undefined; payment = waiting.pop()) {
    // Whoever uses an instalment uses its contract.
    for (const { of } of payment.contractUses) look(of, facts.usesOfContract.of(of));
    for (const { of } of payment.invoiceUses) look(of, facts.usesOfInvoice.of(of));
  }
  return [...found];
}

/** The index of all payments with some in place of others: of all that share a contract or an invoice with them. */
export const exchangePayments = (index: PaymentIndex, replaced: Replaced): PaymentIndex =>
  reindexPayments(index, exchanged(index.payments, replaced), replaced);

/** The list in order with what came in place of what is gone. */
function exchanged(payments: readonly PaymentFact[], { gone, come }: Replaced): readonly PaymentFact[] {
  const list = [...payments];
  const indexOf = (order: number) => firstIndex(list, (other) => other.order >= order);
  const orders = new Set(come.map((payment) => payment.order));
  for (const { order } of gone) if (!orders.has(order)) list.splice(indexOf(order), 1);
  for (const payment of come) {
    const at = indexOf(payment.order);
    list.splice(at, list[at]?.order === payment.order ? 1 : 0, payment);
  }
  return list;
}
