import { riskFault } from "../../invoices/stateFaults.ts";
import { hitsIn } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofInvoice } from "../words.ts";

export const inv06Risk = defineRule({
  id: "INV-06",
  name: "风险发票",
  area: "发票",
  severity: "block",
  description: "税务机关标为异常凭证的发票（阻断）或疑点发票（警告）。",
  basis: "税务机关发票风险等级",
  reads: ["invoice"],
  params: {},
  check: (_facts, _params, { invoices }) =>
    hitsIn(invoices, (invoice) => {
      const fault = riskFault(invoice);
      if (fault === undefined) return undefined;
      return {
        subjects: [ofInvoice(invoice)],
        figures: { riskLevel: invoice.riskLevel },
        severity: fault.severity,
        message: fault.message,
        remedy: "请向销方和主管税务机关核实；未核实前不要付款，必要时请销方换票。",
      };
    }),
});
