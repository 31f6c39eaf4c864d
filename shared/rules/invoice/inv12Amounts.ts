import { amountsGap, amountsGapTold } from "../../invoices/amountsGap.ts";
import { addCents, subtractCents } from "../../kernel/cents.ts";
import { hitsIn } from "../looking.ts";
import { defineRule } from "../rule.ts";
import { ofInvoice } from "../words.ts";

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
    hitsIn(invoices, (invoice) => {
      const { netCents, taxCents, grossCents } = invoice;
      const gap = amountsGap({ net: netCents, tax: taxCents, gross: grossCents });
      if (gap === 0) return undefined;
      const difference = subtractCents(addCents(netCents, taxCents), grossCents);
      return {
        subjects: [ofInvoice(invoice)],
        figures: { netCents, taxCents, grossCents, differenceCents: difference },
        message: amountsGapTold(`发票${invoice.number}`, gap),
        remedy: "请对照发票原件改正金额、税额或价税合计。",
      };
    }),
});
