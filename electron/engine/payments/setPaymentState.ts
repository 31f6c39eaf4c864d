import type { FindingView } from "#shared/api/checks.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { type IsoDate, maxDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Payment } from "#shared/model/payment.ts";
import { checkPayment } from "#shared/rules/check.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { decided } from "../checks/decisions.ts";
import type { Context } from "../context.ts";
import { factRows } from "../store/facts.ts";
import { updateRow } from "../store/rows.ts";
import type { Patch, WritableLedger } from "../store/types.ts";
import { livePayment } from "./savePayment.ts";
import { assertStep, stateLabels } from "./states.ts";

type Input = ApiParsed<"payments.setState">;

/**
 * Takes a payment one step on or back. To be approved or paid, all that blocks it must be mended or accepted with a
 * reason; the check runs as of today, on the very rows that the step is written to.
 */
export async function setPaymentState(context: Context, input: Input): Promise<Id> {
  const today = context.clock.today();
  return context.write(`付款改为“${stateLabels[input.state]}”`, async (tx) => {
    const payment = await livePayment(tx, input.id);
    assertStep(payment, input.state);
    if (input.state === "approved" || input.state === "paid") await assertUnblocked(tx, payment, today);
    await updateRow(tx, "payment", payment.id, patchFor(payment, input, today));
    return payment.id;
  });
}

/** Who takes a step signs for it; who sends a payment back takes the approval off, and signs nothing. */
function patchFor(before: Payment, { state, by, paidOn }: Input, today: IsoDate): Patch<"payment"> {
  switch (state) {
    case "draft":
      return { state };
    case "pending":
      return before.state === "draft" ? { state, handledBy: by } : { state, approvedBy: "" };
    case "approved":
      return { state, approvedBy: by };
    case "paid":
      return { state, paidOn: dayOfPaying(paidOn, today) };
  }
}

function dayOfPaying(paidOn: IsoDate | null, today: IsoDate): IsoDate {
  if (paidOn === null) {
    throw new UserError({
      code: "bad-request",
      message: "还没有填写付款日期。",
      hint: "请填写实际付款的日期。",
    });
  }
  if (paidOn <= today) return paidOn;
  throw new UserError({
    code: "bad-request",
    message: `付款日期 ${paidOn} 晚于今天（${today}），款项还没有付出。`,
    hint: "请在实际付款之后，再按付款的日期登记。",
  });
}

async function assertUnblocked(tx: WritableLedger, payment: Payment, today: IsoDate): Promise<void> {
  // A payment asked for later than today would not be there to be checked.
  const facts = buildFacts(await factRows(tx), maxDate(today, payment.requestedOn));
  const findings = await decided(tx, checkPayment(facts, payment.id));
  const blocking = findings.filter((finding) => finding.severity === "block" && finding.state === "open");
  if (blocking.length > 0) throw blocked(payment, blocking);
}

const blocked = (payment: Payment, findings: readonly FindingView[]): UserError =>
  new UserError({
    code: "refused",
    message: `付款${payment.paymentNo}还有${findings.length}个“阻断”问题：${findings.map((finding) => finding.message).join("")}`,
    hint: "请先改正；确属合理的，请在问题上写明理由后再批。",
    details: { rules: findings.map((finding) => finding.ruleId).join(" ") },
  });
