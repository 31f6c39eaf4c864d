import type { TakenResult } from "../api/papers.ts";
import type { Band } from "../matching/suggestion.ts";
import type { Attachment } from "../model/attachment.ts";
import type { Severity } from "../model/check.ts";
import type { Acceptance, Contract } from "../model/contract.ts";
import type { Invoice } from "../model/invoice.ts";
import type { Payment } from "../model/payment.ts";
import type { BudgetLine } from "../model/project.ts";
import { statusLabels } from "../schedule/instalmentStatus.ts";
import type { InstalmentStatus } from "../schedule/status.ts";

/** What the screen says for the words of the model. */
export const severityWords: Readonly<Record<Severity, string>> = {
  block: "阻断",
  warn: "警告",
  hint: "提示",
};

/** What a blocked instalment waits for. */
export const waitWords = {
  acceptance: "等验收（考核）",
  invoice: "等发票",
  contract: "合同已中止",
  signing: "等合同签订",
} as const;

export const instalmentWords: Readonly<Record<InstalmentStatus, string>> = statusLabels;

export const paymentWords: Readonly<Record<Payment["state"], string>> = {
  draft: "草稿",
  pending: "待审",
  approved: "已批",
  paid: "已付",
};

export const payMethodWords: Readonly<Record<Payment["method"], string>> = {
  direct: "财政直接支付",
  authorised: "财政授权支付",
  transfer: "转账",
  officialCard: "公务卡",
  cash: "现金",
};

export const invoiceWords: Readonly<Record<Invoice["status"], string>> = {
  normal: "正常",
  void: "已作废",
  redFull: "已全额红冲",
  redPartial: "已部分红冲",
};

export const riskWords: Readonly<Record<Invoice["riskLevel"], string>> = {
  normal: "正常",
  abnormal: "异常凭证",
  suspect: "疑点发票",
};

export const contractStateWords: Readonly<Record<Contract["state"], string>> = {
  draft: "草拟",
  active: "履行中",
  suspended: "已中止",
  ended: "已结束",
};

export const contractKindWords: Readonly<Record<Contract["kind"], string>> = {
  quarterly: "按季度支付",
  monthly: "按月支付",
  milestone: "按节点支付",
  oneOff: "一次性支付",
  asNeeded: "据实支付",
  framework: "框架合同",
};

export const payTimingWords: Readonly<Record<Contract["payTiming"], string>> = {
  periodStart: "期初支付",
  periodEnd: "期末支付",
  afterInvoiceAndAcceptance: "收票验收后支付",
};

export const payModeWords: Readonly<Record<BudgetLine["payMode"], string>> = {
  quarterly: "按季度",
  monthly: "按月",
  oneOff: "一次性",
  asNeeded: "据实支付",
};

export const procurementWords: Readonly<Record<BudgetLine["procurementType"], string>> = {
  none: "不涉及",
  goods: "货物",
  works: "工程",
  services: "服务",
};

export const acceptanceWords: Readonly<Record<Acceptance["result"], string>> = {
  pass: "合格",
  conditional: "整改后合格",
  fail: "不合格",
};

export const bandWords: Readonly<Record<Band, string>> = { sure: "确定", ask: "可能", new: "需人工" };

export const attachmentWords: Readonly<Record<Attachment["kind"], string>> = {
  contractScan: "合同扫描件",
  countersign: "会签单",
  legalReview: "法律审查",
  invoice: "发票",
  goodsList: "销货清单",
  acceptance: "验收单",
  approval: "审批单",
  minutes: "会议纪要",
  payeeProof: "收款授权",
  other: "其他",
};

/** What became of a paper that was brought. */
export const takenWords: Readonly<Record<TakenResult, string>> = {
  linked: "已对应",
  waiting: "等发票",
  already: "已有",
  unreadable: "待指定",
  refused: "没有收",
};
