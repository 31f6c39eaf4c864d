import { buildBudget } from "#shared/forms/builders/budget.ts";
import { buildContracts } from "#shared/forms/builders/contracts.ts";
import { buildExecution } from "#shared/forms/builders/execution.ts";
import { buildInvoices } from "#shared/forms/builders/invoices.ts";
import { buildMonitoring } from "#shared/forms/builders/monitoring.ts";
import { buildNarrative } from "#shared/forms/builders/narrative.ts";
import type { ProjectPaper } from "#shared/forms/builders/paper.ts";
import { buildPaymentCheck } from "#shared/forms/builders/paymentCheck.ts";
import { buildPayPlan } from "#shared/forms/builders/payPlan.ts";
import { buildRentalMonths } from "#shared/forms/builders/rentalMonths.ts";
import { buildSelfEvaluation } from "#shared/forms/builders/selfEvaluation.ts";
import { buildTargets, buildTargetsFill } from "#shared/forms/builders/targets.ts";
import type { FormId } from "#shared/forms/formKinds.ts";
import type { Printable } from "#shared/forms/prose.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Indicator } from "#shared/model/project.ts";
import { budgetLines, indicator, paper, project } from "./samplePaper.ts";
import { evaluated, monitored } from "./samplePerformance.ts";
import {
  contractLines,
  executedProjects,
  invoiceLines,
  longName,
  longText,
  payments,
  payPlanGroups,
  rentedGroups,
  scope,
} from "./stressSheets.ts";
import { stressSlips } from "./stressSlips.ts";

/** Papers as full as an office could make them: long names, long texts, blanks, tables over many pages. */

const levels: readonly (readonly [level1: string, level2: string, count: number])[] = [
  ["成本指标", "经济成本指标", 4],
  ["产出指标", "数量指标", 26],
  ["产出指标", "质量指标", 9],
  ["产出指标", "时效指标", 8],
  ["效益指标", "社会效益指标", 5],
  ["效益指标", "可持续影响指标", 4],
  ["满意度指标", "服务对象满意度指标", 4],
];

const values = ["≥30套", "=100%", "≤985元/部·月", "保持街镇前列", "80%-90%", "", "健全"] as const;

export const indicators: readonly Indicator[] = levels
  .flatMap(([level1, level2, count]) => Array.from({ length: count }, () => [level1, level2] as const))
  .map(([level1, level2], index) =>
    indicator(index + 1, [
      level1,
      level2,
      index % 4 === 0 ? longName(index) : `第${index + 1}项指标`,
      values[index % values.length] ?? "",
    ]),
  );

const lines = Array.from({ length: 60 }, (_, index) => {
  const line = budgetLines[index % budgetLines.length];
  if (line === undefined) throw new RangeError("there are no lines");
  return {
    ...line,
    id: asId(`line-${index}`),
    seq: index + 1,
    ...(index % 3 === 0 ? { name: longName(index), basis: longText(180), note: longText(60) } : {}),
  };
});

const annual = sumCents(lines.map(({ amountCents }) => amountCents));

export const stressPaper: ProjectPaper = {
  ...paper,
  project: {
    ...project,
    name: longName(1),
    category: "特定目标类",
    nature: "阶段性项目",
    overallGoal: longText(10_000),
    annualGoal: longText(10_000),
  },
  departmentName: longName(2),
  implementingName: longName(3),
  funding: paper.funding.map((source) => ({ ...source, amountCents: annual })),
  budgetLines: lines,
  indicators,
};

const sections = ["项目概述", "立项依据", "实施主体", "实施方案", "实施周期", "年度预算安排", "绩效目标"].map(
  (heading, index) => ({
    id: asId(`section-${index + 1}`),
    projectId: project.id,
    seq: index + 1,
    heading,
    body: index === 4 ? "" : `（一）具体安排\n${longText(index === 3 ? 10_000 : 900)}\n${longText(60)}`,
  }),
);

const monitoredIndicators = indicators.map((one, index) => {
  const known = monitored.indicators[index % monitored.indicators.length];
  const actual = known?.actual;
  return {
    indicator: one,
    actual:
      index % 6 === 5 || actual === undefined
        ? undefined
        : { ...actual, indicatorId: one.id, reason: index % 5 === 0 ? longText(120) : "" },
    earlier: false,
  };
});

const scoredIndicators = indicators.map((one, index) => {
  const known = evaluated.indicators[index % evaluated.indicators.length];
  if (known === undefined) throw new RangeError("nothing is evaluated");
  return { ...known, indicator: { ...one, weight: known.indicator.weight } };
});

/** Every paper but one that is bare, by its kind. */
export const stressPapers = (template: Template): Readonly<Record<FormId, Printable>> => ({
  narrative: buildNarrative({ project: stressPaper.project, sections }, template),
  budget: buildBudget(stressPaper, template),
  targets: buildTargets(stressPaper, template),
  targetsFill: buildTargetsFill(stressPaper, template),
  rentalMonths: buildRentalMonths({ scope, groups: rentedGroups }, template),
  payPlan: buildPayPlan({ scope, groups: payPlanGroups }, template),
  execution: buildExecution(
    { scope, progressBp: 5_000, progressName: "6月末序时进度", projects: executedProjects },
    template,
  ),
  paymentCheck: buildPaymentCheck({ scope, ...payments }, template),
  monitoring: buildMonitoring(
    { ...stressPaper, project: { ...stressPaper.project, annualGoal: longText(1_500) } },
    {
      ...monitored,
      indicators: monitoredIndicators,
      row: monitored.row === undefined ? undefined : { ...monitored.row, problems: longText(600) },
    },
    template,
  ),
  selfEvaluation: buildSelfEvaluation(
    { ...stressPaper, project: { ...stressPaper.project, annualGoal: longText(1_500) } },
    {
      ...evaluated,
      indicators: scoredIndicators,
      row: {
        id: asId("evaluation"),
        projectId: project.id,
        executedCents: null,
        executionReason: longText(200),
        goalResult: longText(1_500),
        problems: longText(300),
        measures: longText(300),
        evaluatedOn: null,
        evaluatedBy: "",
      },
    },
    template,
  ),
  contracts: buildContracts({ scope, lines: contractLines }, template),
  invoices: buildInvoices({ scope, lines: invoiceLines }, template),
  ...stressSlips(template),
});
