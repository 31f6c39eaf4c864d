import { type Cents, cents, subtractCents } from "../../kernel/cents.ts";
import { defineRule } from "../rule.ts";
import { ofInvoice, yuan } from "../words.ts";

const sums = [
  { key: "grossCents", label: "价税合计" },
  { key: "netCents", label: "金额" },
  { key: "taxCents", label: "税额" },
] as const;

export const inv13Lines = defineRule({
  id: "INV-13",
  name: "明细与汇总不符",
  area: "发票",
  severity: "block",
  description:
    "发票明细各行合计与发票的价税合计、金额或税额相差一分以上；没有明细的发票不查。导入的文件中有此问题的，整个文件不录入。",
  basis: "税务机关发票数据：明细合计=发票合计",
  reads: ["invoice", "invoiceGoods"],
  params: {},
  check: (facts, _params, { invoices }) =>
    invoices.flatMap((invoice) => {
      const lines = facts.goodsOf.of(invoice.id);
      if (lines.length === 0) return [];
      for (const { key, label } of sums) {
        const ofLines = sumOf(lines, key);
        if (Math.abs(ofLines - invoice[key]) <= 1) continue;
        return {
          subjects: [ofInvoice(invoice)],
          figures: {
            sum: key,
            linesCents: ofLines,
            headerCents: invoice[key],
            differenceCents: subtractCents(ofLines, invoice[key]),
          },
          message: `发票${invoice.number}${label}：明细合计${yuan(ofLines)}与发票合计${yuan(invoice[key])}不一致。`,
          remedy: "请对照发票原件改正明细或发票金额；从文件导入的，撤销该批次后重新导入。",
        };
      }
      return [];
    }),
});

function sumOf<Key extends string>(lines: readonly Readonly<Record<Key, Cents>>[], key: Key): Cents {
  let sum = 0;
  for (const line of lines) sum += line[key];
  return cents(sum);
}
