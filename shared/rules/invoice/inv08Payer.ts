import { hitsInUses } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofInvoice, ofPayment } from "../words.ts";

export const inv08Payer = defineRule({
  id: "INV-08",
  name: "抬头单位与付款单位不一致",
  area: "发票",
  severity: "warn",
  description: "发票抬头是本单位之一，付款单位却是另一个本单位。",
  basis: "票款一致：谁付款，发票抬头就应是谁",
  reads: ["invoice", "payment", "allocation", "ownUnit", "ownUnitName"],
  params: {},
  check: ({ ownUnits }, _params, { payments }) =>
    hitsInUses(
      payments,
      (payment) => payment.invoiceUses,
      ({ of: invoice, cents }, payment) => {
        const { payerUnitId } = payment.row;
        if (payerUnitId === null || cents <= 0) return undefined;
        const buyer = ownUnits.byCode(invoice.buyerTaxId) ?? ownUnits.withName(invoice.buyerName)[0];
        if (buyer === undefined || buyer.id === payerUnitId) return undefined;
        const payerName = ownUnits.nameOn(payerUnitId, payment.payDate);
        return {
          subjects: [ofPayment(payment), ofInvoice(invoice)],
          figures: { buyerName: invoice.buyerName, payerName },
          message: `发票抬头为${invoice.buyerName}，付款单位为${payerName}。`,
          remedy: "请改由发票抬头单位付款，或请销方按付款单位重新开票。",
        };
      },
    ),
});
