import type { FindingView } from "#shared/api/checks.ts";
import type { PaymentDraftInput } from "#shared/api/payments.ts";
import { maxDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { suggestForPayment } from "#shared/matching/suggestForPayment.ts";
import type { Suggestion } from "#shared/matching/suggestion.ts";
import type { Payment } from "#shared/model/payment.ts";
import { checkPayment } from "#shared/rules/check.ts";
import { withPayment } from "#shared/rules/withPayment.ts";
import { decided } from "../checks/decisions.ts";
import type { Context } from "../context.ts";

export type DraftCheck = Readonly<{
  findings: readonly FindingView[];
  suggestions: readonly Suggestion[];
}>;

const unsaved = {
  id: asId("draft"),
  paymentNo: "（未保存）",
  state: "draft",
  batchId: null,
  reviewedBy: "",
  approvedBy: "",
  paidOn: null,
} as const;

/** Checks a payment while it is still being written, as if it were in the ledger; nothing is stored. */
export async function checkDraft(context: Context, input: PaymentDraftInput): Promise<DraftCheck> {
  // A payment asked for later than today would not be there to be checked.
  const known = await context.facts(maxDate(context.clock.today(), input.payment.requestedOn));
  const stored = (input.payment.id && known.paymentsById.get(input.payment.id)?.row) ?? unsaved;
  const { id: _, ...columns } = input.payment;
  const payment: Payment = {
    ...columns,
    id: stored.id,
    paymentNo: stored.paymentNo,
    state: stored.state,
    batchId: stored.batchId,
    reviewedBy: stored.reviewedBy,
    approvedBy: stored.approvedBy,
    paidOn: stored.paidOn,
    voidedAt: null,
    voidReason: null,
  };
  const allocations = input.allocations.map((allocation, index) => ({
    ...allocation,
    id: asId(`draft-${index}`),
    paymentId: payment.id,
  }));
  const facts = withPayment(known, { id: payment.id, row: payment, allocations });
  return {
    findings: await decided(context.ledger, facts, checkPayment(facts, payment.id)),
    suggestions: suggestForPayment(facts, payment),
  };
}
