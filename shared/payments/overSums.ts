import { addCents, type Cents, maxCents, subtractCents, sumCents, zeroCents } from "../kernel/cents.ts";
import type { Allocation } from "../model/payment.ts";
import type { Facts } from "../rules/facts.ts";
import { countsAs, type PaymentFact } from "../rules/paymentFacts.ts";
import { instalmentName, yuan } from "../rules/words.ts";

/** A paper that would have been settled beyond what it says. */
export type OverSum = Readonly<{
  paper: "instalment" | "invoice";
  id: string;
  name: string;
  limitCents: Cents;
  /** By other payments, approved or paid. */
  settledCents: Cents;
  thisCents: Cents;
}>;

/**
 * The instalments and invoices of which a payment, once approved, would settle more than is due after the deduction or
 * more than the invoice says with its red ones. The ledger never takes that, whatever was accepted. A refund counts as
 * given back when it is paid; it never exceeds anything.
 */
export function overSums(facts: Facts, payment: PaymentFact): readonly OverSum[] {
  if (payment.row.amountCents < 0) return [];
  const instalments = sums(payment.allocations, (part) => part.instalmentId).flatMap(([id, thisCents]) => {
    const fact = facts.instalmentsById.get(id);
    if (fact === undefined) return [];
    const others = facts.usesOfInstalment.of(fact).map((use) => use.payment);
    return {
      paper: "instalment" as const,
      id,
      name: `${fact.contract.row.contractNo} ${instalmentName(fact.row)}`,
      limitCents: maxCents(zeroCents, fact.payableCents),
      settledCents: settledBy(others, payment, (part) => part.instalmentId === id),
      thisCents,
    };
  });
  const invoices = sums(payment.allocations, (part) => part.invoiceId).flatMap(([id, thisCents]) => {
    const invoice = facts.invoices.byId.get(id);
    if (invoice === undefined) return [];
    const others = facts.usesOfInvoice.of(invoice).map((use) => use.payment);
    return {
      paper: "invoice" as const,
      id,
      name: `发票${invoice.number}`,
      limitCents: maxCents(zeroCents, facts.invoices.payableCents(invoice)),
      settledCents: settledBy(others, payment, (part) => part.invoiceId === id),
      thisCents,
    };
  });
  return [...instalments, ...invoices].filter(
    ({ limitCents, settledCents, thisCents }) =>
      thisCents > 0 && addCents(settledCents, thisCents) > limitCents,
  );
}

/** "HT-1 第1期应付60,000.00元，其他付款已批、已付0.00元，本次60,000.01元，超出0.01元" */
export function overSumSentence({ paper, name, limitCents, settledCents, thisCents }: OverSum): string {
  const over = subtractCents(addCents(settledCents, thisCents), limitCents);
  const limit = paper === "invoice" ? "可付" : "应付";
  return `${name}${limit}${yuan(limitCents)}，其他付款已批、已付${yuan(settledCents)}，本次${yuan(thisCents)}，超出${yuan(over)}`;
}

function sums<Key extends string>(
  parts: readonly Allocation[],
  keyOf: (part: Allocation) => Key | null,
): readonly (readonly [Key, Cents])[] {
  const totals = new Map<Key, Cents>();
  for (const part of parts) {
    const key = keyOf(part);
    if (key !== null) totals.set(key, addCents(totals.get(key) ?? zeroCents, part.amountCents));
  }
  return [...totals];
}

/** What approved and paid payments but this one give to a paper by allocation; a refund only once it is back. */
export function settledBy(
  payments: readonly PaymentFact[],
  except: PaymentFact | undefined,
  isFor: (part: Allocation) => boolean,
): Cents {
  const bound = new Set(payments.filter((payment) => payment !== except && countsAs(payment) === "bound"));
  return sumCents(
    [...bound].flatMap(({ allocations }) => allocations.filter(isFor).map((part) => part.amountCents)),
  );
}
