import type { FormId } from "../../formKinds.ts";

/** The parts of a template as they are edited, and the papers that each shows on. */
export const templateParts = {
  common: { title: "通用：名称、年度、字体", forms: ["targets"] },
  narrative: { title: "项目经费情况说明", forms: ["narrative"] },
  targets: { title: "绩效目标申报表、填报表", forms: ["targets", "targetsFill"] },
  budget: { title: "项目支出预算明细表", forms: ["budget"] },
  rentalMonths: { title: "月租费明细表", forms: ["rentalMonths"] },
  payPlan: { title: "付款计划表", forms: ["payPlan"] },
  execution: { title: "预算执行情况表", forms: ["execution"] },
  paymentCheck: { title: "付款核对表", forms: ["paymentCheck"] },
  monitoring: { title: "绩效运行监控表", forms: ["monitoring"] },
  selfEvaluation: { title: "绩效自评表", forms: ["selfEvaluation"] },
  contracts: { title: "合同台账", forms: ["contracts"] },
  invoices: { title: "发票台账", forms: ["invoices"] },
  approvalSlip: { title: "付款审批单", forms: ["approvalSlip"] },
  voucherSlip: { title: "票据粘贴单", forms: ["voucherSlip"] },
} as const satisfies Readonly<Record<string, Readonly<{ title: string; forms: readonly FormId[] }>>>;

export type TemplatePart = keyof typeof templateParts;
export const templatePartIds = Object.keys(templateParts) as [TemplatePart, ...TemplatePart[]];
