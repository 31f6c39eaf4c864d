import type { LedgerSheets } from "./ledgerSheets.ts";

/** The slips of a payment: what is approved, and the sheet the vouchers are pasted on. */
export const slips2022 = {
  approvalSlip: {
    title: "付款审批单",
    orientation: "portrait",
    binding: "装订线",
    columns: [10, 12, 12, 12.5, 10.5, 14, 14, 14],
    above: [
      { label: "付款单位", field: "payer", span: 6 },
      { label: "编号", field: "paymentNo", span: 2 },
    ],
    rows: [
      [
        { label: "付款事由", field: "purpose", labelSpan: 1, valueSpan: 4 },
        { label: "申请日期", field: "requestedOn", labelSpan: 1, valueSpan: 2 },
      ],
      [
        { label: "收款单位", field: "payee", labelSpan: 1, valueSpan: 4 },
        { label: "支付方式", field: "method", labelSpan: 1, valueSpan: 2 },
      ],
      [
        { label: "开户银行", field: "bank", labelSpan: 1, valueSpan: 3 },
        { label: "账号", field: "account", labelSpan: 1, valueSpan: 3 },
      ],
      [
        { label: "项目", field: "project", labelSpan: 1, valueSpan: 3 },
        { label: "预算明细", field: "budgetLine", labelSpan: 1, valueSpan: 3 },
      ],
      [
        { label: "合同", field: "contract", labelSpan: 1, valueSpan: 4 },
        { label: "所属期", field: "period", labelSpan: 1, valueSpan: 2 },
      ],
      [
        { label: "付款期次", field: "instalments", labelSpan: 1, valueSpan: 3 },
        { label: "合同金额", field: "contractSum", labelSpan: 1, valueSpan: 1 },
        { label: "此前已付", field: "paidBefore", labelSpan: 1, valueSpan: 1 },
      ],
      [
        { label: "金额大写", field: "capital", labelSpan: 1, valueSpan: 4 },
        { label: "小写", field: "amount", labelSpan: 1, valueSpan: 2 },
      ],
      [
        { label: "附件", field: "attachments", labelSpan: 1, valueSpan: 4 },
        { label: "备注", field: "note", labelSpan: 1, valueSpan: 2 },
      ],
    ],
    invoices: {
      columns: [
        { key: "seq", heading: "序号", span: 1 },
        { key: "number", heading: "发票号码", span: 2 },
        { key: "issueDate", heading: "开票日期", span: 1 },
        { key: "seller", heading: "销售方", span: 2 },
        { key: "gross", heading: "价税合计", span: 1 },
        { key: "used", heading: "本次支付", span: 1 },
      ],
      total: "发票合计",
      none: "（没有关联发票）",
    },
    findings: { label: "核对结果", labelSpan: 1, none: "经核对，没有发现问题。" },
    paste: null,
    signatures: [
      { label: "经办人", span: 2, name: "handledBy" },
      { label: "审核人", span: 2, name: "reviewedBy" },
      { label: "审批人", span: 2, name: "approvedBy" },
      { label: "领款人", span: 2, name: null },
    ],
    signedOn: "　　年　　月　　日",
  },
  voucherSlip: {
    title: "票据粘贴单",
    orientation: "landscape",
    binding: "装订线",
    columns: [12, 14, 12, 14, 12, 14, 12, 14, 12, 14],
    above: [
      { label: "单位", field: "payer", span: 6 },
      { label: "付款编号", field: "paymentNo", span: 4 },
    ],
    rows: [
      [
        { label: "用途", field: "purpose", labelSpan: 1, valueSpan: 5 },
        { label: "预算明细", field: "budgetLine", labelSpan: 1, valueSpan: 3 },
      ],
      [
        { label: "金额大写", field: "capital", labelSpan: 1, valueSpan: 5 },
        { label: "小写（元）", field: "amount", labelSpan: 1, valueSpan: 1 },
        { label: "票据张数", field: "invoiceCount", labelSpan: 1, valueSpan: 1 },
      ],
    ],
    invoices: {
      columns: [
        { key: "seq", heading: "序号", span: 1 },
        { key: "number", heading: "发票号码", span: 2 },
        { key: "issueDate", heading: "开票日期", span: 1 },
        { key: "seller", heading: "销售方", span: 2 },
        { key: "goods", heading: "内容", span: 2 },
        { key: "gross", heading: "价税合计", span: 1 },
        { key: "used", heading: "本次支付", span: 1 },
      ],
      total: "合计",
      none: "（没有关联发票）",
    },
    findings: null,
    paste: { label: "票据粘贴处（自右向左、由上而下依次粘贴，不超出本单）", height: 170 },
    signatures: [
      { label: "经办人", span: 3, name: "handledBy" },
      { label: "审核人", span: 3, name: "reviewedBy" },
      { label: "审批人", span: 2, name: "approvedBy" },
      { label: "领款人", span: 2, name: null },
    ],
    signedOn: "　　年　　月　　日",
  },
} as const satisfies Pick<LedgerSheets, "approvalSlip" | "voucherSlip">;
