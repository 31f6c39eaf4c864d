import type { Cents } from "../kernel/cents.ts";
import { asId } from "../kernel/id.ts";
import type { Facts } from "../rules/facts.ts";
import type { PaymentFact } from "../rules/paymentFacts.ts";
import type { UseBy } from "../rules/paymentIndex.ts";
import { withPayment } from "../rules/withPayment.ts";
import { heldCents } from "./free.ts";
import { type OverSum, overSumSentence, overSums } from "./overSums.ts";

/** By how much a payment settles a paper beyond what it says, in words. */
export type Excess = Readonly<{
  sentence: string;
  /** Another payment rests on the same paper; else the paper itself says less than when it was paid. */
  isReused: boolean;
}>;

export const excessOf = (facts: Facts, payment: PaymentFact): readonly Excess[] =>
  overSums(facts, payment).map((over) => ({
    sentence: overSumSentence(over),
    isReused: heldByOthers(facts, payment, over) > 0,
  }));

/** What the payment that a refund gave back would be beyond, had the money never come. */
export function excessWithout(facts: Facts, refund: PaymentFact): readonly Excess[] {
  if (refund.row.refundOfId === null || !refund.isPaid) return [];
  const before = withPayment(facts, { id: refund.row.id, row: undefined, allocations: [] });
  const original = before.paymentsById.get(refund.row.refundOfId);
  return original === undefined ? [] : excessOf(before, original);
}

/** By payments of other money: what came back of this one is part of it. */
const heldByOthers = (facts: Facts, { row: own }: PaymentFact, over: OverSum): Cents =>
  heldCents(usesOf(facts, over), {
    by: "bound",
    except: ({ row }) => row.id === own.id || row.refundOfId === own.id,
  });

function usesOf(facts: Facts, { paper, id }: OverSum): readonly UseBy<unknown>[] {
  if (paper === "instalment") {
    const instalment = facts.instalmentsById.get(id);
    return instalment === undefined ? [] : facts.usesOfInstalment.of(instalment);
  }
  const invoice = facts.invoices.byId.get(asId(id));
  return invoice === undefined ? [] : facts.usesOfInvoice.of(invoice);
}
