import { isOutOfForce } from "../../invoices/stateFaults.ts";
import { addCents, maxCents, subtractCents, zeroCents } from "../../kernel/cents.ts";
import { hitsInUses } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { tallySum } from "../tally.ts";
import { ofInvoice, ofPayment, paymentNos, yuan } from "../words.ts";

export const inv02PaidTwice = defineRule({
  id: "INV-02",
  name: "发票重复支付",
  area: "发票",
  severity: "block",
  description: "各付款单使用同一张发票的金额合计，超过该发票价税合计；因部分红冲而超过的见 INV-04。",
  basis: "会计法、财政违法行为处罚处分条例：不得以同一凭证重复报销",
  reads: ["invoice", "payment", "allocation"],
  params: {},
  check: (facts, _params, { payments }) =>
    hitsInUses(
      payments,
      (payment) => payment.invoiceUses,
      ({ of: invoice, cents, before }, payment) => {
        const used = tallySum(before);
        // What only a red invoice makes too much is INV-04.
        if (cents <= 0 || addCents(used, cents) <= invoice.grossCents) return undefined;
        // A void or wholly reversed invoice pays nothing at all: that is INV-03 and INV-05.
        const payable = facts.invoices.payableCents(invoice);
        if (isOutOfForce(invoice) || payable <= 0) return undefined;
        const left = maxCents(zeroCents, subtractCents(payable, used));
        const earlier = facts.usesOfInvoice
          .of(invoice)
          .filter((use) => use.payment.order < payment.order && use.use.cents > 0)
          .map((use) => use.payment);
        return {
          subjects: [ofInvoice(invoice), ofPayment(payment)],
          figures: { payableCents: payable, usedCents: used, availableCents: left, thisCents: cents },
          message:
            earlier.length === 0
              ? `发票${invoice.number}可付金额为${yuan(payable)}，本次${yuan(cents)}超出可用余额${yuan(left)}。`
              : `发票${invoice.number}已在付款单${paymentNos(earlier)}中使用${yuan(used)}，本次${yuan(cents)}超出可用余额${yuan(left)}。`,
          remedy:
            left === 0
              ? "核对是否重复付款：重复的应作废本付款单或追回款项；确为另一笔业务的，请更换发票。"
              : `把本付款单使用该发票的金额减到${yuan(left)}以内，或补充其他发票。`,
        };
      },
    ),
});
