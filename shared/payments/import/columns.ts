import { headerReader, type Synonyms, type TableHeader } from "../../excel/tableHeader.ts";

/** What a column of a list of payments can hold, in the order of the template. */
export const paymentFields = [
  "paymentNo",
  "voucherNo",
  "day",
  "payeeName",
  "amount",
  "capitalText",
  "purpose",
  "contractNo",
  "invoices",
  "budgetLine",
  "project",
  "period",
  "method",
  "payeeTaxId",
  "payeeAccountNo",
  "advance",
  "refundOf",
  "handledBy",
  "reviewedBy",
  "approvedBy",
  "note",
] as const;
export type PaymentField = (typeof paymentFields)[number];

/** Titles that offices, banks and bookkeeping programs write; add here what else turns up. */
const synonyms: Readonly<Record<PaymentField, Synonyms>> = {
  paymentNo: {
    exact: ["付款编号", "付款单号", "付款单编号", "支付编号", "支付单号", "支付令号", "单据编号", "单据号"],
    within: ["付款编号", "付款单号", "支付单号"],
  },
  voucherNo: { exact: ["凭证号", "凭证编号", "凭证字号", "记账凭证号"], within: ["凭证号", "凭证字号"] },
  day: {
    exact: ["日期", "付款日期", "支付日期", "付款时间", "支付时间", "交易日期", "记账日期", "申请日期"],
    within: ["付款日期", "支付日期"],
  },
  payeeName: {
    exact: [
      ...["收款方", "收款人", "收款单位", "收款方名称", "收款人名称", "收款人全称", "收款单位名称"],
      ...["收款方户名", "供应商", "供应商名称", "对方户名", "对方单位", "往来单位"],
    ],
    within: ["收款方名称", "收款人名称", "收款单位"],
  },
  amount: {
    exact: ["金额", "付款金额", "支付金额", "实付金额", "本次付款金额", "金额小写", "小写金额", "发生额"],
    within: ["付款金额", "支付金额"],
  },
  capitalText: { exact: ["大写", "大写金额", "金额大写", "人民币大写"], within: ["大写"] },
  purpose: { exact: ["用途", "付款用途", "款项用途", "摘要", "事由", "付款事由", "款项内容"] },
  contractNo: { exact: ["合同编号", "合同号", "关联合同", "合同"], within: ["合同编号", "合同号"] },
  invoices: { exact: ["发票号码", "发票号", "发票", "关联发票"], within: ["发票号码"] },
  budgetLine: {
    exact: ["预算项", "预算明细", "预算项目", "预算科目", "明细项目", "支出明细"],
    within: ["预算明细", "预算项"],
  },
  project: { exact: ["项目", "项目名称", "项目编码", "所属项目"], within: ["项目名称"] },
  period: { exact: ["所属期", "费用所属期", "服务期间", "期间", "所属期间"], within: ["所属期"] },
  method: { exact: ["支付方式", "付款方式", "结算方式"], within: ["支付方式", "付款方式"] },
  payeeTaxId: {
    exact: ["收款方税号", "收款方识别号", "收款方统一社会信用代码", "统一社会信用代码", "税号"],
  },
  payeeAccountNo: { exact: ["收款账号", "收款方账号", "收款人账号", "对方账号", "账号"] },
  advance: { exact: ["预付款", "是否预付", "是否预付款", "预付"] },
  refundOf: { exact: ["原付款编号", "退款对应付款", "退款原付款编号", "原付款单号"] },
  handledBy: { exact: ["经办", "经办人", "申请人"] },
  reviewedBy: { exact: ["审核", "审核人", "复核人", "复核"] },
  approvedBy: { exact: ["审批", "审批人", "批准人", "领导审批"] },
  note: { exact: ["备注", "说明"] },
};

export type PaymentHeader = TableHeader<PaymentField>;

/** The header of a list of payments. */
export const { findHeader, missingColumns } = headerReader<PaymentField>({
  synonyms,
  fields: paymentFields,
  excluded: ["合计", "累计", "余额", "万", "地址", "电话", "银行", "开户", "税额"],
  missing: (has) => {
    const missing: string[] = [];
    if (!has("day")) missing.push("日期");
    if (!has("payeeName")) missing.push("收款方");
    if (!has("amount")) missing.push("金额");
    return missing;
  },
});

/** How the template and the preview call each field. */
export const fieldWords: Readonly<Record<PaymentField, string>> = {
  paymentNo: "付款编号",
  voucherNo: "凭证号",
  day: "日期",
  payeeName: "收款方",
  amount: "金额",
  capitalText: "大写金额",
  purpose: "用途",
  contractNo: "合同编号",
  invoices: "发票号码",
  budgetLine: "预算项",
  project: "项目",
  period: "所属期",
  method: "支付方式",
  payeeTaxId: "收款方税号",
  payeeAccountNo: "收款账号",
  advance: "预付款",
  refundOf: "原付款编号",
  handledBy: "经办",
  reviewedBy: "审核",
  approvedBy: "审批",
  note: "备注",
};
