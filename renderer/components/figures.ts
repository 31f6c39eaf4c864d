import { cents, formatBp, formatYuan } from "#shared/kernel/cents.ts";
import type { Figures } from "#shared/rules/finding.ts";

/** Words for the figures of findings; what is not in the list is not shown by name. */
const words: Readonly<Record<string, string>> = {
  amount: "金额",
  paid: "已付",
  planned: "计划",
  plan: "计划",
  contract: "合同金额",
  total: "合计",
  limit: "限额",
  due: "应付",
  payable: "应付",
  available: "可用余额",
  allocated: "预算",
  committed: "已占用",
  used: "已使用",
  expected: "应为",
  actual: "实际",
  difference: "差额",
  gross: "价税合计",
  net: "不含税金额",
  tax: "税额",
  budget: "预算",
  lines: "明细合计",
  funding: "资金合计",
  annual: "年度资金申请总额",
  early: "提前",
  late: "逾期",
  earliest: "最早付款日",
  quantity: "数量",
  unitPrice: "单价",
  months: "月数",
  ratio: "比例",
  invoiced: "已开票",
  invoice: "发票",
  payment: "本次付款",
  remaining: "剩余",
  requested: "申请日",
  issued: "开票日",
  signed: "签订日",
  ended: "到期日",
};

export type FigureText = Readonly<{ label: string; value: string }>;

function valueText(unit: string, value: string | number): string {
  if (typeof value === "string") return value;
  if (unit === "Cents") return `${formatYuan(cents(value))} 元`;
  if (unit === "Bp") return formatBp(value);
  return unit === "Days" ? `${value} 天` : String(value);
}

/** The figures a finding rests on, in words; those without a word for them are left out, the sentence has them. */
export const figureTexts = (figures: Figures): readonly FigureText[] =>
  Object.entries(figures).flatMap(([name, value]) => {
    const [, base = "", unit = ""] = /^(.*?)(Cents|Bp|Days|Date)?$/.exec(name) ?? [];
    const label = words[base];
    return value === null || label === undefined ? [] : [{ label, value: valueText(unit, value) }];
  });
