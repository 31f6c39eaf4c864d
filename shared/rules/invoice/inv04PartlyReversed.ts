import { isOutOfForce } from "../../invoices/stateFaults.ts";
import { addCents, type Cents, subtractCents } from "../../kernel/cents.ts";
import type { Invoice } from "../../model/invoice.ts";
import type { Facts } from "../facts.ts";
import { hitsInUses } from "../looking.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { tallySum } from "../tally.ts";
import { ofInvoice, ofPayment, yuan } from "../words.ts";

export const inv04PartlyReversed = defineRule({
  id: "INV-04",
  name: "部分红冲",
  area: "发票",
  severity: "block",
  description:
    "使用部分红冲发票的金额超过扣除红字后的净额（付款以后红冲的也算）；账本中还没有对应红字发票的，不得按价税合计全额使用。",
  basis: "税务机关发票状态：部分红冲后，只能按扣除红字后的净额付款",
  reads: ["invoice", "payment", "allocation"],
  params: {},
  check: (facts, _params, { payments }) =>
    hitsInUses(
      payments,
      (payment) => payment.invoiceUses,
      ({ of: invoice, cents, before }, payment) => {
        const total = addCents(tallySum(before), cents);
        // More than the whole is INV-02, and what was reversed wholly INV-03 and INV-05.
        if (cents <= 0 || isOutOfForce(invoice) || total > invoice.grossCents) return undefined;
        return facts.invoices.redOf(invoice).length > 0
          ? beyondNet(facts, payment, invoice, total)
          : withoutRed(payment, invoice, total);
      },
    ),
});

function beyondNet(facts: Facts, payment: PaymentFact, invoice: Invoice, total: Cents): Hit | undefined {
  const payable = facts.invoices.payableCents(invoice);
  if (payable <= 0 || total <= payable) return undefined;
  const excess = subtractCents(total, payable);
  return {
    subjects: [ofInvoice(invoice), ofPayment(payment)],
    figures: {
      grossCents: invoice.grossCents,
      payableCents: payable,
      usedCents: total,
      excessCents: excess,
    },
    message: `发票${invoice.number}已部分红冲，可付金额为${yuan(payable)}，已使用${yuan(total)}，超出${yuan(excess)}。`,
    remedy: payment.isPaid
      ? `请向收款方追回${yuan(excess)}，或取得补开的发票并在付款单中更换。`
      : `请把本付款单使用该发票的金额减少${yuan(excess)}。`,
  };
}

function withoutRed(payment: PaymentFact, invoice: Invoice, total: Cents): Hit | undefined {
  if (invoice.status !== "redPartial" || total < invoice.grossCents) return undefined;
  return {
    subjects: [ofInvoice(invoice), ofPayment(payment)],
    figures: { grossCents: invoice.grossCents, usedCents: total },
    message: `发票${invoice.number}已部分红冲，可付金额应小于价税合计${yuan(invoice.grossCents)}，账本中没有对应的红字发票。`,
    remedy: "请导入或录入对应的红字发票，再按扣除红字后的净额付款。",
  };
}
