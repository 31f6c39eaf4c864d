import { type FundKind, fundKinds, fundUse, splitFunds } from "../budget/fundUse.ts";
import { type Cents, ratioBp, sumCents } from "../kernel/cents.ts";
import { type Decimal, decimal } from "../kernel/decimal.ts";
import type { Indicator, IndicatorActual, Project, SelfEvaluation } from "../model/project.ts";
import type { Facts } from "../rules/facts.ts";
import { yearEnd } from "./periods.ts";
import { effectivePoints, type Score, scoreExecution, scoreIndicator, totalPoints } from "./score.ts";
import { weightSum } from "./weights.ts";

export type FundLine = Readonly<{ kind: FundKind; budgetCents: Cents; executedCents: Cents }>;

export type ScoredIndicator = Readonly<{
  indicator: Indicator;
  actual: IndicatorActual | undefined;
  score: Score;
  /** The officer's own score where there is one, else the one worked out. */
  points: Decimal | null;
}>;

/** 绩效自评 of a project, worked out. */
export type Evaluated = Readonly<{
  row: SelfEvaluation | undefined;
  /** 全年预算数 and 全年执行数, by source; the payments of the ledger where the officer put down nothing else. */
  budgetCents: Cents;
  executedCents: Cents;
  /** As the payments come to it. */
  ledgerCents: Cents;
  executionBp: number | null;
  funds: readonly FundLine[];
  execution: Readonly<{ weight: number; points: Decimal | null }>;
  indicators: readonly ScoredIndicator[];
  /** Of all points that are known. */
  total: Decimal;
  /** What the points come to, 预算执行率 with them: 100. */
  weights: Decimal;
  /** Indicators, and 预算执行率, without a score. */
  unscored: number;
}>;

export function evaluateProject(facts: Facts, project: Project, executionPoints: number): Evaluated {
  const row = facts.texts.evaluationOf(project.id);
  const indicators = facts.texts
    .indicatorsOf(project.id)
    .map((indicator) => scored(facts, project, indicator));
  const ledgerCents = facts.budget.projectPaidCents(project.id);
  const executedCents = row?.executedCents ?? ledgerCents;
  const funds = fundLines(facts, project, executedCents);
  const budgetCents = facts.budget.annualCents(project.id);
  const sum = weightSum(
    indicators.map(({ indicator }) => indicator),
    executionPoints,
  );
  const weight = sum.executionPoints;
  const points = weight === 0 ? null : scoreExecution(executedCents, budgetCents, decimal(String(weight)));
  const all = [...indicators.map((one) => one.points), ...(weight === 0 ? [] : [points])];
  return {
    row,
    budgetCents,
    executedCents,
    ledgerCents,
    executionBp: ratioBp(executedCents, budgetCents) ?? null,
    funds,
    execution: { weight, points },
    indicators,
    total: totalPoints(all),
    weights: sum.total,
    unscored: all.filter((value) => value === null).length,
  };
}

function scored(facts: Facts, project: Project, indicator: Indicator): ScoredIndicator {
  const end = yearEnd(project.fiscalYear);
  const actual = facts.texts.actualsOf(indicator.id).find(({ periodTo }) => periodTo === end);
  const score = scoreIndicator(indicator, actual);
  return { indicator, actual, score, points: effectivePoints(score, actual?.score ?? null) };
}

/** So many 分 by source, in the order in which the office uses its sources; beyond all of them they count as this year's. */
export function fundLines(facts: Facts, project: Project, executedCents: Cents): readonly FundLine[] {
  const { sources, order } = fundUse(facts, project.id);
  const amountOf = (kind: FundKind): Cents =>
    sumCents(sources.filter((one) => one.kind === kind).map((one) => one.amountCents));
  const amounts = {
    carryOver: amountOf("carryOver"),
    currentAppropriation: amountOf("currentAppropriation"),
    other: amountOf("other"),
  };
  const { cents: used, beyondCents } = splitFunds(executedCents, amounts, order);
  return fundKinds.map((kind) => ({
    kind,
    budgetCents: amounts[kind],
    executedCents: kind === "currentAppropriation" ? sumCents([used[kind], beyondCents]) : used[kind],
  }));
}
