import type { ApiParsed } from "#shared/api/contract.ts";
import type { StepsTaken } from "#shared/api/payments.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Payment } from "#shared/model/payment.ts";
import { stepWords } from "#shared/payments/flow.ts";
import type { Context } from "../context.ts";
import { throwIfCancelled } from "../pause.ts";
import { findPayment } from "../store/payments.ts";
import { updateRow } from "../store/rows.ts";
import type { Patch } from "../store/types.ts";
import { assertUnblocked } from "./assertUnblocked.ts";
import { assertDuties } from "./duties.ts";
import { recordStep } from "./recordStep.ts";
import { livePayment } from "./savePayment.ts";
import { assertStep } from "./states.ts";

type Input = ApiParsed<"payments.step">;

/**
 * Takes a payment one step on or back, and writes down who, when and why. To be approved or paid, all that blocks it
 * must be mended or accepted with a reason; the check runs as of today, or of the day of paying, on the very rows that
 * the step is written to, and its result stays with the step.
 */
export async function takeStep(context: Context, input: Input): Promise<Id> {
  const today = context.clock.today();
  const { action, by, opinion } = input;
  return context.write(`付款流转：${stepWords[action]}`, async (tx) => {
    const payment = await livePayment(tx, input.id);
    const state = assertStep(payment, action);
    await assertDuties(tx, payment, input);
    assertOpinion(input);
    const isBinding = action === "approve" || action === "pay";
    const paidOn = action === "pay" ? input.paidOn : null;
    const findingsJson = isBinding
      ? JSON.stringify(await assertUnblocked(context, tx, payment, paidOn))
      : null;
    await updateRow(tx, "payment", payment.id, { state, ...signature(payment, input, today) });
    await recordStep(tx, context, payment.id, { action, by, opinion, findingsJson });
    return payment.id;
  });
}

/** Takes one step for several payments, each in its own transaction: what one is refused for leaves the others alone. */
export async function takeSteps(
  context: Context,
  { ids, ...step }: ApiParsed<"payments.stepMany">,
): Promise<StepsTaken> {
  const taken: StepsTaken["taken"][number][] = [];
  const refused: StepsTaken["refused"][number][] = [];
  const wanted = [...new Set(ids)];
  for (const [index, id] of wanted.entries()) {
    throwIfCancelled(context.signal);
    context.progress({ done: index, total: wanted.length, note: stepWords[step.action] });
    const paymentNo = (await findPayment(context.ledger, id))?.paymentNo ?? "";
    try {
      await takeStep(context, { ...step, id });
      taken.push({ id, paymentNo });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.push({ id, paymentNo, message: error.message, hint: error.hint ?? "" });
    }
  }
  return { taken, refused };
}

/** Who takes a step signs for it; who sends a payment back takes review and approval off, and signs nothing. */
function signature(before: Payment, { action, by, paidOn }: Input, today: IsoDate): Patch<"payment"> {
  switch (action) {
    case "submit":
      return { handledBy: by };
    case "review":
      return { reviewedBy: by };
    case "approve":
      return { approvedBy: by };
    case "pay":
      return { paidOn: dayOfPaying(paidOn, before, today) };
    case "return":
    case "withdraw":
      return { reviewedBy: "", approvedBy: "" };
    default:
      return action satisfies never;
  }
}

function assertOpinion({ action, opinion }: Input): void {
  if (action !== "return" || opinion.length >= 2) return;
  throw new UserError({
    code: "bad-request",
    message: "退回付款要写明意见。",
    hint: "请写明要改正什么，让经办人知道。",
  });
}

function dayOfPaying(paidOn: IsoDate | null, { amountCents }: Payment, today: IsoDate): IsoDate {
  const moved = amountCents < 0 ? "退款" : "付款";
  if (paidOn === null) {
    throw new UserError({
      code: "bad-request",
      message: `还没有填写${moved}日期。`,
      hint: `请填写实际${moved}的日期。`,
    });
  }
  if (paidOn <= today) return paidOn;
  throw new UserError({
    code: "bad-request",
    message: `${moved}日期 ${paidOn} 晚于今天（${today}），款项还没有${amountCents < 0 ? "收到" : "付出"}。`,
    hint: `请在实际${moved}之后，再按${moved}的日期登记。`,
  });
}
