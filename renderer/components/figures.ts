import { cents, formatBp, formatYuan } from "#shared/kernel/cents.ts";
import type { Figures } from "#shared/rules/finding.ts";

/** Words for the figures of findings, by whole name. What is not in the list is in the sentence anyway. */
const words: Readonly<Record<string, string>> = {
  amountCents: "金额",
  annualCents: "年度资金申请总额",
  availableCents: "可用余额",
  awardedDate: "中标（成交）日",
  addedCents: "补充金额",
  advanceCents: "预付款",
  bondCents: "履约保证金",
  budgetCents: "预算",
  calculatedCents: "测算金额",
  contractCents: "合同金额",
  contractEndDate: "合同到期日",
  contractStartDate: "合同开始日",
  cutoffDate: "支付截止日",
  deadlineDate: "最迟付款日",
  deductionCents: "考核扣款",
  differenceCents: "差额",
  dueCents: "应付",
  dueDate: "最迟付款日",
  earliestDate: "最早付款日",
  earlyDays: "提前",
  endDate: "结束日",
  excessCents: "超出",
  grossCents: "价税合计",
  invoiceCents: "发票",
  issueDate: "开票日",
  lateDays: "逾期",
  limitBp: "限额",
  limitCents: "限额",
  linesCents: "明细合计",
  months: "月数",
  netCents: "不含税金额",
  openCents: "其他在途",
  overCents: "超出",
  paidCents: "已付",
  paidDate: "付款日",
  partsCents: "构成合计",
  payableCents: "应付",
  planCents: "付款计划",
  quantity: "数量",
  ratioBp: "比例",
  releaseDate: "应退日",
  remainingCents: "剩余",
  requestedCents: "其他在途",
  retentionCents: "质保金",
  signedDate: "签订日",
  skippedCents: "跳过期次未付",
  sumCents: "合计",
  taxCents: "税额",
  thisCents: "本次",
  timeProgressBp: "序时进度",
  totalCents: "合计",
  unitPrice: "单价",
  unpaidCents: "未付",
  usedCents: "已使用",
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
    const unit = /(Cents|Bp|Days|Date)$/.exec(name)?.[0] ?? "";
    const label = words[name];
    return value === null || label === undefined ? [] : [{ label, value: valueText(unit, value) }];
  });
