import { outOfForceTold } from "../../invoices/stateFaults.ts";
import { defineRule } from "../rule.ts";
import { ofInvoice, ofPayment } from "../words.ts";
import { deadUses } from "./deadInvoice.ts";

export const inv03Void = defineRule({
  id: "INV-03",
  name: "发票已作废/红冲",
  area: "发票",
  severity: "block",
  description: "尚未付款的付款单使用了已作废、已全额红冲的发票，或以红字发票付款；已经付款的见 INV-05。",
  basis: "税务机关发票状态：作废、全额红冲的发票不再是有效凭证",
  reads: ["invoice", "payment", "allocation"],
  params: {},
  check: (facts, _params, { payments }) =>
    payments
      .filter((payment) => !payment.isPaid)
      .flatMap((payment) =>
        deadUses(facts, payment).map(({ use: { of: invoice, cents }, status }) => ({
          subjects: [ofInvoice(invoice), ofPayment(payment)],
          figures: { status: invoice.status, grossCents: invoice.grossCents, usedCents: cents },
          message: outOfForceTold(invoice.number, status),
          remedy: "请向收款方换取有效发票，并在付款单中更换后再付款。",
        })),
      ),
});
