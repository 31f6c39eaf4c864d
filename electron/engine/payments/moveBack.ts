import type { ApiParsed } from "#shared/api/contract.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Payment, PaymentStep } from "#shared/model/payment.ts";
import { excessOf } from "#shared/payments/excess.ts";
import { latestMove, stepWords } from "#shared/payments/flow.ts";
import { refundsFit } from "#shared/payments/refunds.ts";
import type { Context } from "../context.ts";
import { takeBack } from "../history/takeBack.ts";
import { entriesOfStep } from "../store/changeLog.ts";
import { stepsOf } from "../store/payments.ts";
import { stepOfRecord } from "../store/stepOfRecord.ts";
import type { WritableLedger } from "../store/types.ts";
import { recordStep } from "./recordStep.ts";
import { otherRefunds, settledOf } from "./refunds.ts";
import { livePayment } from "./savePayment.ts";

/**
 * Takes the latest 换票 or 冲销 of a payment back, when it was the wrong invoice: the payment rests on what it did before,
 * and a step says so. `refused` when there is none, when a refund was made of what had been moved, and when another
 * payment uses the invoice of before.
 */
export async function moveBack(context: Context, input: ApiParsed<"payments.moveBack">): Promise<Id> {
  return context.write("撤回换票、冲销", async (tx) => {
    const payment = await livePayment(tx, input.id);
    const move = latestMove(await stepsOf(tx, payment.id));
    if (move === undefined)
      throw refused(`付款${payment.paymentNo}没有换票或冲销可以撤回。`, "请在流转中核对它的步骤。");
    const action = `撤回${stepWords[move.action]}`;
    await takeBack(tx, await partsMoved(tx, payment, move), action);
    await assertFits(context, tx, payment);
    const what = `${action}（${move.opinion}）`;
    await recordStep(tx, context, payment.id, {
      action: "moveBack",
      by: input.by,
      opinion: input.note === "" ? what : `${what}：${input.note}`,
    });
    return payment.id;
  });
}

/** What the move did to the parts of the payment, as the log has it: it was one transaction with its step. */
async function partsMoved(tx: WritableLedger, { paymentNo }: Payment, move: PaymentStep) {
  const step = await stepOfRecord(tx, "paymentStep", move.id);
  const entries = step === null ? [] : await entriesOfStep(tx, step);
  const parts = entries.filter(({ entity }) => entity === "allocation");
  if (parts.length > 0) return parts;
  throw refused(
    `付款${paymentNo}的这次${stepWords[move.action]}没有留下变更记录，不能撤回。`,
    "请登记退款，再按正确的发票重新付款。",
  );
}

async function assertFits(context: Context, tx: WritableLedger, payment: Payment): Promise<void> {
  const refunds = await otherRefunds(tx, payment, undefined);
  if (!refundsFit(await settledOf(tx, payment), refunds))
    throw refused(
      `付款${payment.paymentNo}在这之后登记过退款，退的是换上的发票，不能撤回。`,
      "退款有误的，先作废那笔退款，再撤回。",
    );
  const facts = await context.factsIn(tx, context.clock.today());
  const fact = facts.paymentsById.get(payment.id);
  const reused = fact === undefined ? [] : excessOf(facts, fact).filter(({ isReused }) => isReused);
  if (reused.length === 0) return;
  throw refused(
    `付款${payment.paymentNo}不能撤回：原来的发票已由其他付款使用，${reused.map(({ sentence }) => sentence).join("；")}。`,
    "请先处理使用那张发票的付款。",
  );
}

const refused = (message: string, hint: string): UserError =>
  new UserError({ code: "refused", message, hint });
