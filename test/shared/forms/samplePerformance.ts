import type { Evaluated } from "#shared/indicators/evaluation.ts";
import type { Monitored } from "#shared/indicators/monitored.ts";
import { scoreExecution, scoreIndicator, totalPoints } from "#shared/indicators/score.ts";
import { proposedWeights } from "#shared/indicators/weights.ts";
import { cents, zeroCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Indicator, IndicatorActual } from "#shared/model/project.ts";
import { paper } from "./samplePaper.ts";

/** What came of the office's indicators: numbers nearly reached, words chosen by the officer. */

const actualOf = ({ id, valueText }: Indicator, periodTo: string, index: number): IndicatorActual => {
  const isNumber = /\d/.test(valueText);
  const isShort = index % 5 === 0;
  return {
    id: asId(`actual-${periodTo}-${index}`),
    indicatorId: id,
    periodTo: isoDate(periodTo),
    valueText: isNumber ? (isShort ? "98%" : valueText.replace(/^[=>≥]+/, "")) : "",
    source: "巡查台账",
    outlook: isNumber ? "" : "达成年度指标",
    reason: isShort ? "新增点位较多，下半年补足人员" : "",
    score: null,
    expectedText: isNumber ? "100%" : "",
    hindrancesJson: isShort ? '["人员保障"]' : "[]",
  };
};

const budgetCents = cents(43_000_000);
const executedCents = cents(38_700_000);
const funds = [
  { kind: "carryOver", budgetCents: zeroCents, executedCents: zeroCents },
  { kind: "currentAppropriation", budgetCents, executedCents },
  { kind: "other", budgetCents: zeroCents, executedCents: zeroCents },
] as const;

export const monitored: Monitored = {
  row: {
    id: asId("monitoring-1"),
    projectId: paper.project.id,
    periodTo: isoDate("2022-07-31"),
    expectedCents: budgetCents,
    problems: "部分合同验收偏晚。",
    measures: "八月底前完成验收。",
    monitoredOn: null,
    monitoredBy: "",
  },
  cutoff: isoDate("2022-07-31"),
  budgetCents,
  executedCents,
  executionBp: 9_000,
  funds,
  expected: funds,
  indicators: paper.indicators.map((indicator, index) => ({
    indicator,
    actual: { ...actualOf(indicator, "2022-07-31", index), outlook: index % 5 === 0 ? "有可能" : "确定能" },
    earlier: false,
  })),
};

const weights = proposedWeights(paper.indicators, 10);
const indicators = paper.indicators.map((row, index) => {
  const indicator = { ...row, weight: weights.get(row.id) ?? null };
  const actual = actualOf(indicator, "2022-12-31", index);
  const score = scoreIndicator(indicator, actual);
  return { indicator, actual, score, points: score.points };
});
const points = scoreExecution(executedCents, budgetCents, decimal("10"));

export const evaluated: Evaluated = {
  row: undefined,
  budgetCents,
  executedCents,
  ledgerCents: executedCents,
  executionBp: 9_000,
  funds,
  execution: { weight: 10, points },
  indicators,
  total: totalPoints([points, ...indicators.map((one) => one.points)]),
  weights: decimal("100"),
  unscored: indicators.filter((one) => one.points === null).length,
};
