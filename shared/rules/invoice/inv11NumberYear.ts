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
    invoices.flatMap((invoice) => {
      const { number, issueDate } = invoice;
      if (!/^[2-9]\d{19}$/.test(number) || number.slice(0, 2) === issueDate.slice(2, 4)) return [];
      return {
        subjects: [ofInvoice(invoice)],
        figures: { number, issueDate },
        message: `发票${number}号码前两位与开票年份${issueDate.slice(0, 4)}不一致。`,
        remedy: "请对照发票原件核对号码和开票日期。",
      };
    }),
});
