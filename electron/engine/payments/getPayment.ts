import type { PaymentDetail } from "#shared/api/payments.ts";
import type { Id } from "#shared/kernel/id.ts";
import { suggestForPayment } from "#shared/matching/suggestForPayment.ts";
import { checkPayment } from "#shared/rules/check.ts";
import { summaryOf } from "../checks/counts.ts";
import { decided } from "../checks/decisions.ts";
import type { Context } from "../context.ts";
import { paymentStanding } from "./standing.ts";
import { allocationView, paymentView, shownOf } from "./views.ts";
import { getVoidedPayment } from "./voidedPayments.ts";

/** A payment with what it settles, what stands against it, and what it might settle. */
export async function getPayment(context: Context, id: Id): Promise<PaymentDetail> {
  const facts = await context.facts();
  const payment = facts.paymentsById.get(id);
  if (payment === undefined) return getVoidedPayment(context, facts, id);
  const findings = await decided(context.ledger, facts, checkPayment(facts, id));
  return {
    payment: paymentView(facts, shownOf(payment), summaryOf(findings)),
    allocations: payment.allocations.map((allocation) => allocationView(facts, allocation)),
    findings,
    suggestions: suggestForPayment(facts, payment.row),
    ...(await paymentStanding(context.ledger, facts, payment.row)),
  };
}
