import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";

const projectId = asId("project-1");

export const indicatorOf = (changes: Partial<Row<"indicator">> = {}): Row<"indicator"> => ({
  id: asId("indicator-1"),
  projectId,
  seq: 1,
  level1: "产出指标",
  level2: "数量指标",
  name: "巡查记录仪使用数量",
  valueText: "≥26台",
  weight: null,
  baseValue: "",
  evidence: "",
  budgetLineId: null,
  voidedAt: null,
  voidReason: null,
  ...changes,
});

const targets = [
  ["产出指标", "数量指标", "巡查记录仪使用数量", "≥26台"],
  ["产出指标", "质量指标", "设备利用率", "=100%"],
  ["产出指标", "时效指标", "案件按时结案率", "≥95%"],
  ["效益指标", "社会效益指标", "公共设施受损案件数", "≤20件"],
  ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%"],
] as const;

/** Indicators with which nothing is wrong. */
export const rightIndicators: readonly Row<"indicator">[] = targets.map(
  ([level1, level2, name, valueText], index) =>
    indicatorOf({ id: asId(`indicator-${index + 1}`), seq: index + 1, level1, level2, name, valueText }),
);

export const sectionRow = (seq: number, heading: string, body: string): Row<"narrativeSection"> => ({
  id: asId(`section-${seq}`),
  projectId,
  seq,
  heading,
  body,
});

/** A narrative with which nothing is wrong. */
export const rightSections: readonly Row<"narrativeSection">[] = [
  sectionRow(1, "一、项目概述", "由大联动综合整治费用、城运巡查记录仪月租费等组成。"),
  sectionRow(2, "二、立项依据", "《松江区“多格合一”工作实施方案》（沪松府办〔2021〕9号）。"),
  sectionRow(3, "三、实施主体", "社区综合治理项目经费由广富林街道办事处负责实施。"),
  sectionRow(
    4,
    "四、实施方案",
    "大联动综合整治费用依据合同价格按季度支付，巡查记录仪月租费根据合约按月支付。",
  ),
  sectionRow(5, "五、实施周期", "2022年1月1日-2022年12月31日。"),
  sectionRow(6, "六、年度预算安排", "2022年预算安排26.65万元，用于综合整治和设备租赁。"),
  sectionRow(7, "七、绩效目标", "详见单位的项目绩效目标表。"),
];

export const actualOf = (changes: Partial<Row<"indicatorActual">> = {}): Row<"indicatorActual"> => ({
  id: asId("actual-1"),
  indicatorId: asId("indicator-1"),
  periodTo: isoDate("2022-12-31"),
  valueText: "26台",
  source: "",
  outlook: "",
  reason: "",
  score: null,
  expectedText: "",
  hindrancesJson: "[]",
  ...changes,
});

export const evaluationOf = (changes: Partial<Row<"selfEvaluation">> = {}): Row<"selfEvaluation"> => ({
  id: asId("evaluation-1"),
  projectId,
  executedCents: null,
  executionReason: "",
  goalResult: "",
  problems: "",
  measures: "",
  evaluatedOn: null,
  evaluatedBy: "",
  ...changes,
});
