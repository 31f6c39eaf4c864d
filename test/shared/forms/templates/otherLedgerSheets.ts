import type { Template } from "#shared/forms/templates/template.ts";

type Kept = Omit<Template, "id" | "name" | "fromYear" | "fonts" | "targets" | "budget">;

/** The sheets of the ledger, the performance sheets and the slips as another office would have them: renamed, turned, reordered. */
export function otherLedgerSheets(base: Template): Kept {
  const { payPlan, paymentCheck, contracts, invoices, execution, rentalMonths } = base;
  const { monitoring, selfEvaluation, approvalSlip, voucherSlip } = base;
  const [seq, ...others] = contracts.columns;
  return {
    narrative: {
      title: "{name}经费说明",
      headings: [
        { heading: "基本情况", instruction: "写明做什么" },
        { heading: "经费测算", instruction: "" },
      ],
    },
    payPlan: { ...payPlan, title: "付款安排表", columns: payPlan.columns.toReversed() },
    paymentCheck: {
      ...paymentCheck,
      orientation: "portrait",
      columns: paymentCheck.columns.filter(({ key }) => key !== "invoices" && key !== "decisions"),
    },
    contracts: {
      ...contracts,
      columns: [
        ...others.map((column) => ({ ...column, over: "合同" })),
        ...(seq === undefined ? [] : [seq]),
      ],
    },
    invoices: {
      ...invoices,
      signatures: ["登账人"],
      columns: invoices.columns.map((column) => ({ ...column, heading: `${column.heading}栏`, width: 9 })),
    },
    execution: {
      ...execution,
      title: "执行进度表",
      columns: execution.columns.filter(({ key }) => !key.startsWith("q")),
      funding: {
        heading: "钱从哪里来",
        columns: [
          { key: "amount", heading: "预算", span: 4 },
          { key: "source", heading: "来源", span: 5 },
        ],
      },
    },
    rentalMonths: {
      ...rentalMonths,
      lead: [...rentalMonths.lead.slice(1), ...rentalMonths.lead.slice(0, 1)],
      month: { heading: "{month}", width: 7 },
      items: rentalMonths.items.filter(({ key }) => key !== "terms"),
    },
    monitoring: {
      ...monitoring,
      title: "跟踪表",
      head: [[{ label: "项目", field: "name", labelSpan: 2, valueSpan: 4 }]],
      funding: {
        ...monitoring.funding,
        label: "钱",
        labelSpan: 1,
        nameSpan: 2,
        columns: [{ key: "executed", label: "已用", span: 3 }],
      },
      goal: { label: "目标", labelSpan: 1 },
      indicators: {
        label: "指标",
        labelWidth: 7,
        columns: [
          { key: "level1", heading: "一级", width: 12 },
          { key: "level2", heading: "二级", width: 14 },
          { key: "outlook", heading: "能否完成", width: 16 },
          { key: "name", heading: "指标名", width: 40 },
          { key: "actual", heading: "到 {month} 月", width: 20 },
        ],
      },
    },
    selfEvaluation: {
      ...selfEvaluation,
      head: [[{ label: "实施", field: "implementingName", labelSpan: 3, valueSpan: 4 }]],
      funding: {
        ...selfEvaluation.funding,
        columns: [
          { key: "score", label: "分数", span: 2 },
          { key: "executed", label: "已用", span: 2 },
        ],
      },
      indicators: {
        ...selfEvaluation.indicators,
        columns: selfEvaluation.indicators.columns.filter(({ key }) => key !== "actual" && key !== "reason"),
      },
    },
    approvalSlip: {
      ...approvalSlip,
      title: "用款单",
      binding: null,
      columns: [20, 30, 20, 30],
      above: [{ label: "No.", field: "paymentNo", span: 4 }],
      rows: [
        [{ label: "大写", field: "capital", labelSpan: 1, valueSpan: 3 }],
        [
          { label: "给谁", field: "payee", labelSpan: 1, valueSpan: 1 },
          { label: "多少", field: "amount", labelSpan: 1, valueSpan: 1 },
        ],
      ],
      invoices: {
        ...approvalSlip.invoices,
        columns: [
          { key: "gross", heading: "票面", span: 3 },
          { key: "seq", heading: "No", span: 1 },
        ],
      },
      findings: null,
      paste: { label: "贴这里", height: 60 },
      signatures: [{ label: "批准", span: 4, name: "approvedBy" }],
    },
    voucherSlip: {
      ...voucherSlip,
      orientation: "portrait",
      binding: "装",
      columns: voucherSlip.columns.map((width) => width + 1),
      paste: null,
      findings: { label: "查过", labelSpan: 2, none: "都对。" },
    },
  };
}
