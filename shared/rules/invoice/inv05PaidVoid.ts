import { paidStatusTold } from "../../invoices/stateFaults.ts";
import { defineRule } from "../rule.ts";
import { ofInvoice, ofPayment, yuan } from "../words.ts";
import { deadUses } from "./deadInvoice.ts";

export const inv05PaidVoid = defineRule({
  id: "INV-05",
  name: "已付发票状态变化",
  area: "发票",
  severity: "block",
  description: "已经付款的发票后来作废或全额红冲，款项没有追回，也没有换票。",
  basis: "税务机关发票状态：作废、全额红冲的发票不再是有效凭证",
  reads: ["invoice", "payment", "allocation"],
  params: {},
  check: (facts, _params, { payments }) =>
    payments
      .filter((payment) => payment.isPaid)
      .flatMap((payment) =>
        deadUses(facts, payment).map(({ use: { of: invoice, cents }, status }) => ({
          subjects: [ofInvoice(invoice), ofPayment(payment)],
          figures: { status: invoice.status, grossCents: invoice.grossCents, paidCents: cents },
          message: paidStatusTold(invoice.number, status),
          remedy: `该发票已付${yuan(cents)}（付款单${payment.row.paymentNo}），请向收款方追回款项，或换取有效发票并在付款单中更换。`,
        })),
      ),
});
