import { defineRule } from "../rule.ts";
import { ofInvoice, ofPayment, yuan } from "../words.ts";

export const inv04PartlyReversed = defineRule({
  id: "INV-04",
  name: "部分红冲",
  area: "发票",
  severity: "block",
  description:
    "付款单按价税合计全额使用了已部分红冲的发票，而账本中还没有对应的红字发票；已有红字发票的由 INV-02 按净额核对。",
  basis: "税务机关发票状态：部分红冲后，只能按扣除红字后的净额付款",
  reads: ["invoice", "payment", "allocation"],
  params: {},
  check: (facts, _params, { payments }) =>
    payments.flatMap((payment) =>
      payment.invoiceUses.flatMap(({ of: invoice, cents, before }) => {
        if (cents <= 0 || invoice.status !== "redPartial" || facts.invoices.redOf(invoice).length > 0)
          return [];
        const used = before.boundCents + before.openCents + cents;
        if (used < invoice.grossCents) return [];
        return {
          subjects: [ofInvoice(invoice), ofPayment(payment)],
          figures: { grossCents: invoice.grossCents, usedCents: used },
          message: `发票${invoice.number}已部分红冲，可付金额应小于价税合计${yuan(invoice.grossCents)}，账本中没有对应的红字发票。`,
          remedy: "请导入或录入对应的红字发票，再按扣除红字后的净额付款。",
        };
      }),
    ),
});
