import { isSameSeller, overReversedCents, overReversedTold, strangerTold } from "../../invoices/redFits.ts";
import { redLinkFault } from "../../invoices/stateFaults.ts";
import type { Invoice } from "../../model/invoice.ts";
import type { Facts } from "../facts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofInvoice } from "../words.ts";

export const inv18RedAlone = defineRule({
  id: "INV-18",
  name: "红字发票未关联蓝字",
  area: "发票",
  severity: "warn",
  description:
    "红字发票没有写明对应的蓝字发票，或账本中没有那张蓝字发票；对应的蓝字发票不是同一销方开的；红字合计超过蓝字的价税合计。",
  basis: "红字发票应与被冲销的蓝字发票对应",
  reads: ["invoice"],
  params: {},
  check: (facts, _params, { invoices }) =>
    invoices.flatMap((invoice) =>
      invoice.isRed === 1 ? ofRed(facts, invoice) : invoice.status === "void" ? [] : ofBlue(facts, invoice),
    ),
});

function ofRed(facts: Facts, red: Invoice): readonly Hit[] {
  const fault = redLinkFault(red, (number) => facts.invoices.withNumber(number) !== undefined);
  if (fault !== undefined) {
    return [
      {
        subjects: [ofInvoice(red)],
        figures: { blueNumber: red.blueNumber, grossCents: red.grossCents },
        message: fault.message,
        remedy:
          "请导入或录入对应的蓝字发票；备注中没有写蓝字号码或写错的，打开这张红字发票，指定它对应的蓝字发票。",
      },
    ];
  }
  const blue = red.blueNumber === null ? undefined : facts.invoices.withNumber(red.blueNumber);
  if (blue === undefined || red.status === "void" || isSameSeller(red, blue)) return [];
  return [
    {
      subjects: [ofInvoice(red), ofInvoice(blue)],
      figures: { sellerName: red.sellerName, blueSellerName: blue.sellerName },
      message: strangerTold(red, blue),
      remedy: "请对照红字发票原件改正对应的蓝字发票。",
    },
  ];
}

function ofBlue(facts: Facts, blue: Invoice): readonly Hit[] {
  const reds = facts.invoices.redOf(blue);
  const over = reds.length === 0 ? undefined : overReversedCents(blue, reds);
  if (over === undefined) return [];
  return [
    {
      subjects: [ofInvoice(blue), ...reds.map(ofInvoice)],
      figures: { grossCents: blue.grossCents, overCents: over },
      message: overReversedTold(blue, over),
      remedy: "请逐张打开这些红字发票，改正各自对应的蓝字发票；登记重了的，作废多余的一张。",
    },
  ];
}
