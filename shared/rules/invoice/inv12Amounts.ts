import { addCents, subtractCents } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { absoluteCents, ofInvoice, yuan } from "../words.ts";

export const inv12Amounts = defineRule({
  id: "INV-12",
  name: "金额勾稽",
  area: "发票",
  severity: "block",
  description: "发票金额+税额与价税合计相差一分以上。导入时有问题的行不录入。",
  basis: "税务机关发票数据：金额+税额=价税合计",
  reads: ["invoice"],
  params: {},
  check: (_facts, _params, { invoices }) =>
    invoices.flatMap((invoice) => {
      const { netCents, taxCents, grossCents } = invoice;
      const difference = subtractCents(addCents(netCents, taxCents), grossCents);
      // Net and tax are each rounded to 分, so together they may be one off.
      if (Math.abs(difference) <= 1) return [];
      return {
        subjects: [ofInvoice(invoice)],
        figures: { netCents, taxCents, grossCents, differenceCents: difference },
        message: `发票${invoice.number}金额+税额≠价税合计，差${yuan(absoluteCents(difference))}。`,
        remedy: "请对照发票原件改正金额、税额或价税合计。",
      };
    }),
});
