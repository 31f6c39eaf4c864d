import { cents, subtractCents } from "../../kernel/cents.ts";
import type { Invoice } from "../../model/invoice.ts";
import type { InvoiceGoods } from "../derivedRows.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofInvoice, yuan } from "../words.ts";

const sums = [
  { key: "grossCents", label: "价税合计" },
  { key: "netCents", label: "金额" },
  { key: "taxCents", label: "税额" },
] as const;

type Sum = (typeof sums)[number];
type Key = Sum["key"];

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
  check: (facts, _params, { invoices }) => {
    const hits: Hit[] = [];
    for (const invoice of invoices) {
      const lines = facts.goodsOf.of(invoice.id);
      const wrong = lines.length === 0 ? undefined : sums.find((sum) => differs(lines, invoice, sum.key));
      if (wrong !== undefined) hits.push(hit(lines, invoice, wrong));
    }
    return hits;
  },
});

function sumOf(lines: readonly InvoiceGoods[], key: Key): number {
  let sum = 0;
  for (const line of lines) sum += line[key];
  return sum;
}

const differs = (lines: readonly InvoiceGoods[], invoice: Invoice, key: Key): boolean =>
  Math.abs(sumOf(lines, key) - invoice[key]) > 1;

function hit(lines: readonly InvoiceGoods[], invoice: Invoice, { key, label }: Sum): Hit {
  const ofLines = cents(sumOf(lines, key));
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
