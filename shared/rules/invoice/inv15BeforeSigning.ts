import { daysBetween } from "../../kernel/dates.ts";
import { hitsInUses } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofContract, ofInvoice, ofPayment } from "../words.ts";

export const inv15BeforeSigning = defineRule({
  id: "INV-15",
  name: "开票早于合同签订",
  area: "发票",
  severity: "warn",
  description: "付款所用的发票开票日期早于合同签订日。",
  basis: "先签合同后履约，防止补签、倒签合同",
  reads: ["invoice", "payment", "allocation", "contract"],
  params: {},
  check: (_facts, _params, { payments }) =>
    hitsInUses(
      payments,
      (payment) => payment.invoiceUses,
      ({ of: invoice, cents }, payment) => {
        const { contract } = payment;
        const signedOn = contract?.row.signedOn ?? null;
        if (contract === undefined || signedOn === null) return undefined;
        if (cents <= 0 || invoice.issueDate >= signedOn) return undefined;
        return {
          subjects: [ofInvoice(invoice), ofPayment(payment), ofContract(contract)],
          figures: { issueDate: invoice.issueDate, signedDate: signedOn },
          message: `发票${invoice.number}早于合同签订日${daysBetween(invoice.issueDate, signedOn)}天，疑似先实施后签合同。`,
          remedy: "请核对合同签订日期，并说明先实施后签合同的原因。",
        };
      },
    ),
});
