import type { Evaluated } from "../../../indicators/evaluation.ts";
import type { Monitored } from "../../../indicators/monitored.ts";
import { scoreIndicator } from "../../../indicators/score.ts";
import { proposedWeights } from "../../../indicators/weights.ts";
import { cents } from "../../../kernel/cents.ts";
import { isoDate } from "../../../kernel/dates.ts";
import { decimal } from "../../../kernel/decimal.ts";
import { asId } from "../../../kernel/id.ts";
import type { BudgetLine, Indicator, IndicatorActual } from "../../../model/project.ts";
import type { ProjectPaper } from "../../builders/paper.ts";

/** A made-up project, for a look at a template in a ledger that has none. */

const year = 2026;
const notVoided = { voidedAt: null, voidReason: null } as const;
const projectId = asId("example");
const budgetCents = cents(24_000_000);
const executedCents = cents(18_000_000);

const lines: readonly BudgetLine[] = [
  {
    id: asId("example-line"),
    projectId,
    seq: 1,
    name: "联勤联动综合整治",
    economicCode: "30227",
    payMode: "quarterly",
    quantity: decimal("1"),
    unitName: "项",
    unitPrice: decimal("60000"),
    periods: decimal("4"),
    amountCents: budgetCents,
    basis: "依据合同价格按季度支付",
    procurementType: "services",
    procurementItem: "",
    smeReserved: 0,
    control: "block",
    note: "",
    ...notVoided,
  },
];

const targets = [
  ["产出指标", "数量指标", "联勤联动整治次数", "≥48次"],
  ["产出指标", "质量指标", "案件结案率", "=100%"],
  ["产出指标", "时效指标", "处置及时率", "≥95%"],
  ["效益指标", "社会效益指标", "市容环境", "提升"],
  ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%"],
] as const;

const indicators: readonly Indicator[] = targets.map(([level1, level2, name, valueText], index) => ({
  id: asId(`example-indicator-${index}`),
  projectId,
  seq: index + 1,
  level1,
  level2,
  name,
  valueText,
  weight: null,
  baseValue: "",
  evidence: "",
  budgetLineId: null,
  ...notVoided,
}));

export const exampleProject: ProjectPaper = {
  project: {
    id: projectId,
    code: `SL-${year}`,
    name: "示例项目",
    fiscalYear: year,
    category: "特定目标类",
    nature: "经常性项目",
    departmentUnitId: null,
    implementingUnitId: null,
    startDate: isoDate(`${year}-01-01`),
    endDate: isoDate(`${year}-12-31`),
    functionCode: "2120199",
    overallGoal: "示例：项目要达到什么。",
    annualGoal: "示例：本年度要达到什么。",
    template: "",
    note: "",
    previousProjectId: null,
    ...notVoided,
  },
  departmentName: "示例街道办事处",
  implementingName: "示例城市运行管理中心",
  funding: (["total", "annual"] as const).flatMap((scope) => [
    { id: asId(`${scope}-sum`), projectId, scope, kind: "sum" as const, amountCents: budgetCents },
    {
      id: asId(`${scope}-money`),
      projectId,
      scope,
      kind: scope === "total" ? ("fiscal" as const) : ("currentAppropriation" as const),
      amountCents: budgetCents,
    },
  ]),
  budgetLines: lines,
  indicators,
  economicNames: new Map([["30227", "委托业务费"]]),
};

const actualOf = ({ id, valueText }: Indicator, periodTo: string, index: number): IndicatorActual => ({
  id: asId(`example-actual-${index}`),
  indicatorId: id,
  periodTo: isoDate(periodTo),
  valueText: /\d/.test(valueText) ? valueText.replace(/^[=≥]/, "") : "",
  source: "",
  outlook: index === 0 ? "有可能" : "确定能",
  reason: index === 0 ? "示例：新增点位较多" : "",
  score: null,
  expectedText: "",
  hindrancesJson: index === 0 ? '["人员保障"]' : "[]",
});

const funds = [{ kind: "currentAppropriation", budgetCents, executedCents }] as const;
const money = { budgetCents, executedCents, executionBp: 7_500, funds } as const;

export const exampleMonitored: Monitored = {
  ...money,
  row: undefined,
  cutoff: isoDate(`${year}-07-31`),
  expected: [{ kind: "currentAppropriation", budgetCents, executedCents: budgetCents }],
  indicators: indicators.map((indicator, index) => ({
    indicator,
    actual: actualOf(indicator, `${year}-07-31`, index),
    earlier: false,
  })),
};

export function exampleEvaluated(): Evaluated {
  const weights = proposedWeights(indicators, 10);
  return {
    ...money,
    row: undefined,
    ledgerCents: executedCents,
    execution: { weight: 10, points: decimal("7.5") },
    indicators: indicators.map((row, index) => {
      const indicator = { ...row, weight: weights.get(row.id) ?? null };
      const actual = actualOf(indicator, `${year}-12-31`, index);
      const score = scoreIndicator(indicator, actual);
      return { indicator, actual, score, points: score.points };
    }),
    total: decimal("92.5"),
    weights: decimal("100"),
    unscored: 0,
  };
}

export const exampleScope = {
  fiscalYear: year,
  project: { name: "示例项目", code: `SL-${year}` },
  unitName: "示例城市运行管理中心",
  asOf: isoDate(`${year}-06-30`),
} as const;
