import type { PaymentStanding, RelatedPayment, TakenBack } from "#shared/api/payments.ts";
import { zeroCents } from "#shared/kernel/cents.ts";
import type { Payment } from "#shared/model/payment.ts";
import { excessWithout } from "#shared/payments/excess.ts";
import { latestMove } from "#shared/payments/flow.ts";
import { advancesOf } from "#shared/payments/openAdvance.ts";
import { refundableCents } from "#shared/payments/refunds.ts";
import { takenBack, type Uncovered } from "#shared/payments/takenBack.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { yuan } from "#shared/rules/words.ts";
import { findPayment, refundsOf, stepsOf } from "../store/payments.ts";
import type { ReadableLedger } from "../store/types.ts";
import { limitsOf } from "./assertUnblocked.ts";
import { otherRefunds, settledOf } from "./refunds.ts";

/** Where a payment stands: its steps, its refunds, and what became of its invoices. Of a void one, what it was. */
export async function paymentStanding(
  ledger: ReadableLedger,
  facts: Facts,
  row: Payment,
): Promise<PaymentStanding> {
  const payment = facts.paymentsById.get(row.id);
  const original = row.refundOfId === null ? undefined : await findPayment(ledger, row.refundOfId);
  const isPaid = payment !== undefined && row.state === "paid" && row.amountCents > 0;
  const refunds = await refundsOf(ledger, row.id);
  const isOpen = row.state === "draft" || row.state === "pending";
  const steps = await stepsOf(ledger, row.id);
  return {
    steps,
    lastMove: payment === undefined ? null : (latestMove(steps) ?? null),
    limits: isOpen ? limitsOf(facts, row) : [],
    refundOf: original === undefined ? null : related(original),
    refunds: refunds.map(related),
    refundableCents: isPaid
      ? refundableCents(await settledOf(ledger, row), await otherRefunds(ledger, row, undefined))
      : zeroCents,
    takenBack: payment === undefined ? [] : takenBack(facts, payment).map(takenBackView),
    uncovers: payment === undefined ? [] : excessWithout(facts, payment).map(({ sentence }) => sentence),
    openAdvanceCents: payment === undefined ? zeroCents : advancesOf(facts).openCents(payment),
  };
}

const related = ({ id, paymentNo, state, amountCents }: Payment): RelatedPayment => ({
  id,
  paymentNo,
  state,
  amountCents,
});

const takenBackView = ({ invoice, reds, ...sums }: Uncovered): TakenBack => ({
  invoiceId: invoice.id,
  number: invoice.number,
  why:
    invoice.status === "void"
      ? "已作废"
      : reds.length === 0
        ? "已红冲（红字发票还没有导入）"
        : `已被红字发票${reds.map((red) => `${red.number}（${yuan(red.grossCents)}）`).join("、")}冲销`,
  ...sums,
});
