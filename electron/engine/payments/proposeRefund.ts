import type { ApiParsed } from "#shared/api/contract.ts";
import type { PaymentProposal } from "#shared/api/payments.ts";
import { cents } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { mirroredParts, refundableCents } from "#shared/payments/refunds.ts";
import { yuan } from "#shared/rules/words.ts";
import type { Context } from "../context.ts";
import { checkDraft } from "./checkDraft.ts";
import { emptyDraft } from "./draft.ts";
import { otherRefunds, settledOf } from "./refunds.ts";
import { livePayment } from "./savePayment.ts";

/**
 * A refund of all of a payment that did not come back yet, with its parts mirrored. Fails with `refused` when the payment
 * was not made or has come back.
 */
export async function proposeRefund(
  context: Context,
  { id }: ApiParsed<"payments.proposeRefund">,
): Promise<PaymentProposal> {
  const original = await livePayment(context.ledger, id);
  const settled = await settledOf(context.ledger, original);
  const refunds = await otherRefunds(context.ledger, original, undefined);
  const left = refundableCents(settled, refunds);
  if (original.state !== "paid" || original.amountCents <= 0 || left <= 0) {
    throw new UserError({
      code: "refused",
      message: `付款${original.paymentNo}没有可退的金额：付出${yuan(original.amountCents)}，还可退${yuan(left)}。`,
      hint: original.state === "paid" ? "请查看这笔付款已有的退款。" : "还没有付出的付款请退回或作废。",
    });
  }
  const facts = await context.facts();
  const { vendorId, payerUnitId, payeeName, payeeTaxId, payeeAccountNo, method, economicCode } = original;
  const { budgetLineId, contractId, periodFrom, periodTo, isAdvance } = original;
  const draft = {
    payment: {
      ...emptyDraft(facts, original.projectId, context.officer),
      ...{ vendorId, payerUnitId, payeeName, payeeTaxId, payeeAccountNo, method, economicCode },
      ...{ budgetLineId, contractId, periodFrom, periodTo, isAdvance },
      purpose: `退款：${original.purpose}`,
      amountCents: cents(-left),
      refundOfId: original.id,
    },
    allocations: mirroredParts(settled, refunds).map(({ instalmentId, invoiceId, amountCents }) => ({
      instalmentId,
      invoiceId,
      amountCents,
    })),
  };
  const { findings } = await checkDraft(context, draft);
  return { draft, suggestions: [], findings };
}
