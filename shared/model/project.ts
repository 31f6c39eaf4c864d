import { z } from "zod";
import * as field from "./fields.ts";

export const project = z.strictObject({
  id: field.id,
  code: field.name,
  name: field.name,
  fiscalYear: field.fiscalYear,
  category: field.text.describe("项目类别"),
  nature: field.text.describe("项目性质（2026 表式）"),
  departmentUnitId: field.id.nullable(),
  implementingUnitId: field.id.nullable(),
  startDate: field.date.nullable(),
  endDate: field.date.nullable(),
  functionCode: field.text.describe("功能分类科目"),
  overallGoal: field.text,
  annualGoal: field.text,
  template: field.name.describe("绩效表式，例如 sh-2022"),
  note: field.text,
  ...field.voidable,
  previousProjectId: field.id.nullable().describe("由哪个上年项目结转而来"),
});
export type Project = Readonly<z.infer<typeof project>>;

/** One heading of the 项目经费情况说明. */
export const narrativeSection = z.strictObject({
  id: field.id,
  projectId: field.id,
  seq: z.int().min(1),
  heading: field.name,
  body: field.text,
});
export type NarrativeSection = Readonly<z.infer<typeof narrativeSection>>;

export const policyBasis = z.strictObject({
  id: field.id,
  projectId: field.id,
  seq: z.int().min(1),
  title: field.name,
  documentNo: field.text,
  content: field.text,
});
export type PolicyBasis = Readonly<z.infer<typeof policyBasis>>;

/**
 * 资金来源. Scope `total` is the whole life of the project (财政资金 + 其他资金), `annual` the year applied for
 * (当年财政拨款 + 上年结转资金 + 其他资金); they are equal only for a project of one year.
 */
export const fundingSource = z.strictObject({
  id: field.id,
  projectId: field.id,
  scope: z.enum(["total", "annual"]),
  kind: z.enum(["sum", "fiscal", "currentAppropriation", "carryOver", "other"]),
  amountCents: field.nonNegativeCents,
});
export type FundingSource = Readonly<z.infer<typeof fundingSource>>;

export const payModes = ["quarterly", "monthly", "oneOff", "asNeeded"] as const;

export const budgetControls = ["block", "warn", "ignore"] as const;

export const budgetLine = z.strictObject({
  id: field.id,
  projectId: field.id,
  seq: z.int().min(1),
  name: field.name,
  economicCode: field.text,
  payMode: z.enum(payModes),
  quantity: field.decimal.nullable(),
  unitName: field.text,
  unitPrice: field.decimal.nullable().describe("元"),
  periods: field.decimal.nullable().describe("期数（月、季）"),
  amountCents: field.nonNegativeCents,
  basis: field.text.describe("测算依据"),
  procurementType: z.enum(["goods", "works", "services", "none"]),
  procurementItem: field.text,
  smeReserved: field.flag.describe("面向中小企业预留"),
  note: field.text,
  ...field.voidable,
  control: z.enum(budgetControls).describe("超预算时：阻断、警告、不控制"),
});
export type BudgetLine = Readonly<z.infer<typeof budgetLine>>;

/** 预算调剂: a dated change of one line; the rows of one shift between lines share `groupId` and add up to zero. */
export const budgetAdjustment = z.strictObject({
  id: field.id,
  groupId: field.id,
  budgetLineId: field.id,
  adjustedOn: field.date,
  deltaCents: field.cents,
  reason: field.name,
  documentNo: field.text,
  ...field.voidable,
});
export type BudgetAdjustment = Readonly<z.infer<typeof budgetAdjustment>>;

/** 绩效指标. `valueText` is what was written; how it reads is worked out from it, never stored beside it. */
export const indicator = z.strictObject({
  id: field.id,
  projectId: field.id,
  seq: z.int().min(1),
  level1: field.name,
  level2: field.name,
  name: field.name,
  valueText: field.text,
  weight: field.decimal.nullable(),
  baseValue: field.text,
  evidence: field.text.describe("指标值设定依据、佐证"),
  budgetLineId: field.id.nullable(),
  ...field.voidable,
});
export type Indicator = Readonly<z.infer<typeof indicator>>;

export const indicatorActual = z.strictObject({
  id: field.id,
  indicatorId: field.id,
  periodTo: field.date,
  valueText: field.text,
  source: field.text,
  outlook: field.text.describe("完成目标可能性"),
  reason: field.text.describe("偏差原因分析及改进措施"),
  score: field.decimal.nullable().describe("自评得分"),
  expectedText: field.text.describe("全年预计完成情况"),
  hindrancesJson: field.json.describe("偏差原因的类别：经费、制度、人员、硬件、其他"),
});
export type IndicatorActual = Readonly<z.infer<typeof indicatorActual>>;

/** An earlier or other name of a project with the days it was in force: a rightful renaming is no defect. */
export const projectName = z.strictObject({
  id: field.id,
  projectId: field.id,
  name: field.name,
  validFrom: field.date.nullable(),
  validTo: field.date.nullable(),
});
export type ProjectName = Readonly<z.infer<typeof projectName>>;

/** 用款计划: what a budget line may spend in a quarter, where the office wrote it down. */
export const quarterPlan = z.strictObject({
  id: field.id,
  budgetLineId: field.id,
  quarter: z.int().min(1).max(4),
  amountCents: field.nonNegativeCents,
});
export type QuarterPlan = Readonly<z.infer<typeof quarterPlan>>;

/** 绩效自评 of a project at the end of its year. */
export const selfEvaluation = z.strictObject({
  id: field.id,
  projectId: field.id,
  executedCents: field.cents.nullable().describe("全年执行数"),
  executionReason: field.text.describe("执行率偏低的原因"),
  goalResult: field.text.describe("年度总目标完成情况"),
  problems: field.text,
  measures: field.text,
  evaluatedOn: field.date.nullable(),
  evaluatedBy: field.text,
});
export type SelfEvaluation = Readonly<z.infer<typeof selfEvaluation>>;

/** 绩效运行监控 of a project up to a day in the year. */
export const monitoring = z.strictObject({
  id: field.id,
  projectId: field.id,
  periodTo: field.date.describe("监控截止日"),
  expectedCents: field.cents.nullable().describe("全年预计执行数"),
  problems: field.text,
  measures: field.text,
  monitoredOn: field.date.nullable(),
  monitoredBy: field.text,
});
export type Monitoring = Readonly<z.infer<typeof monitoring>>;
