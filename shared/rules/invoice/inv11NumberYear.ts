import { numberYearFault } from "../../invoices/numberFaults.ts";
import { hitsIn } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofInvoice } from "../words.ts";

export const inv11NumberYear = defineRule({
  id: "INV-11",
  name: "号码年份不符",
  area: "发票",
  severity: "warn",
  description: "20位数电发票号码的前两位不是开票年份的后两位；旧版电子发票（代码以0、1开头）不查。",
  basis: "数电发票号码规则：前两位为开票年份",
  reads: ["invoice"],
  params: {},
  check: (_facts, _params, { invoices }) =>
    hitsIn(invoices, (invoice) => {
      const fault = numberYearFault(invoice);
      if (fault === undefined) return undefined;
      const { number, issueDate } = invoice;
      return {
        subjects: [ofInvoice(invoice)],
        figures: { number, issueDate },
        message: fault.message,
        remedy: "请对照发票原件核对号码和开票日期。",
      };
    }),
});
