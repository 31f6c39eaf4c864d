import { type Cents, maxCents, subtractCents, zeroCents } from "../kernel/cents.ts";
import type { Invoice } from "../model/invoice.ts";
import { heldCents } from "../payments/free.ts";
import type { Facts } from "../rules/facts.ts";
import { invoiceStatusNames, yuan } from "../rules/words.ts";
import { invoiceBrief } from "./invoiceBrief.ts";
import type { InvoiceAlarm } from "./relation.ts";
import { isOutOfForce } from "./stateFaults.ts";

/**
 * Whether a blue invoice was voided or taken back while payments use it, and what to do about it; `undefined` where
 * nothing is wrong. What is used twice without any red invoice is INV-02 and no alarm.
 */
export function invoiceAlarm(facts: Facts, invoice: Invoice): InvoiceAlarm | undefined {
  const reds = facts.invoices.redOf(invoice);
  if (invoice.isRed === 1 || (invoice.status === "normal" && reds.length === 0)) return undefined;
  const uses = facts.usesOfInvoice.of(invoice);
  const usedCents = heldCents(uses, { by: "asked" });
  if (usedCents <= 0) return undefined;
  const payableCents = maxCents(zeroCents, facts.invoices.payableCents(invoice));
  const excessCents = maxCents(zeroCents, subtractCents(usedCents, payableCents));
  const lacksRed = invoice.status === "redPartial" && reds.length === 0;
  if (excessCents === 0 && !lacksRed) return undefined;
  const paidCents = heldCents(uses, { by: "asked", except: ({ isPaid }) => !isPaid });
  const isPaid = paidCents > payableCents || (lacksRed && paidCents > 0);
  const alarm = { invoice, payableCents, excessCents, isPaid, lacksRed };
  return {
    invoice: invoiceBrief(invoice),
    degree: isPaid ? "paid" : "asked",
    payableCents,
    usedCents,
    excessCents,
    uses: uses.map(({ payment: { row, state }, use }) => ({
      paymentId: row.id,
      paymentNo: row.paymentNo,
      state,
      amountCents: use.cents,
    })),
    reds: reds.map(invoiceBrief),
    message: messageOf(alarm, usedCents),
    remedy: remedyOf(alarm),
  };
}

type Alarming = Readonly<{
  invoice: Invoice;
  payableCents: Cents;
  excessCents: Cents;
  isPaid: boolean;
  lacksRed: boolean;
}>;

/** An invoice that red invoices reversed may not show it in its own status yet. */
const stateOf = ({ invoice, payableCents }: Alarming): string =>
  isOutOfForce(invoice)
    ? invoiceStatusNames[invoice.status]
    : payableCents === 0
      ? invoiceStatusNames.redFull
      : invoiceStatusNames.redPartial;

function messageOf(alarm: Alarming, usedCents: Cents): string {
  const { excessCents, isPaid, lacksRed, payableCents } = alarm;
  const used = `${isPaid ? "已付款" : "已列入付款单"}${yuan(usedCents)}`;
  const state = `状态变为“${stateOf(alarm)}”`;
  if (lacksRed) return `${used}，后来${state}，账本中还没有对应的红字发票，不知道冲了多少。`;
  return payableCents === 0
    ? `${used}，后来${state}，不能再作为付款依据。`
    : `${used}，后来${state}，只能付${yuan(payableCents)}，多出${yuan(excessCents)}。`;
}

function remedyOf({ excessCents, isPaid, lacksRed }: Alarming): string {
  if (lacksRed) return "导入或手工登记对应的红字发票，再看多付了多少。";
  return isPaid
    ? `向收款方追回${yuan(excessCents)}，到账后在付款单上登记退款；收款方已重开发票的，在付款单上换票；属于预付款的，办理冲销。`
    : `在付款单中把这张发票去掉或减少${yuan(excessCents)}，换成重新开具的发票后再办。`;
}
