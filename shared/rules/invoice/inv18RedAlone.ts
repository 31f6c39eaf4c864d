import { redLinkFault } from "../../invoices/stateFaults.ts";
import { hitsIn } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofInvoice } from "../words.ts";

export const inv18RedAlone = defineRule({
  id: "INV-18",
  name: "红字发票未关联蓝字",
  area: "发票",
  severity: "warn",
  description: "红字发票没有写明对应的蓝字发票，或账本中没有那张蓝字发票。",
  basis: "红字发票应与被冲销的蓝字发票对应",
  reads: ["invoice"],
  params: {},
  check: (facts, _params, { invoices }) =>
    hitsIn(invoices, (invoice) => {
      const fault = redLinkFault(invoice, (number) => facts.invoices.withNumber(number) !== undefined);
      if (fault === undefined) return undefined;
      return {
        subjects: [ofInvoice(invoice)],
        figures: { blueNumber: invoice.blueNumber, grossCents: invoice.grossCents },
        message: fault.message,
        remedy: "请导入或录入对应的蓝字发票；备注中的蓝字号码有误的，请补填。",
      };
    }),
});
