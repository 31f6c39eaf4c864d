import { type Cents, ratioBp } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Indicator, IndicatorActual, Monitoring, Project } from "../model/project.ts";
import type { Facts } from "../rules/facts.ts";
import { type FundLine, fundLines } from "./evaluation.ts";
import { paidCentsBy } from "./known/shares.ts";
import { cutoffDay, latestUpTo } from "./periods.ts";

export type MonitoredIndicator = Readonly<{
  indicator: Indicator;
  /** What was put down for the cut-off day, or the latest value of the year before it. */
  actual: IndicatorActual | undefined;
  /** True where the value is of an earlier day. */
  earlier: boolean;
}>;

/** 绩效运行监控 of a project up to a day. */
export type Monitored = Readonly<{
  row: Monitoring | undefined;
  cutoff: IsoDate;
  budgetCents: Cents;
  executedCents: Cents;
  executionBp: number | null;
  funds: readonly FundLine[];
  /** By source; null while nobody said what the year will come to. */
  expected: readonly FundLine[] | null;
  indicators: readonly MonitoredIndicator[];
}>;

/** The month monitored last before the day of the facts; `month` where none was. */
export function cutoffOf(facts: Facts, project: Project, month: number): IsoDate {
  const known = latestUpTo(facts.texts.monitoringsOf(project.id), facts.asOf);
  return known?.periodTo ?? cutoffDay(project.fiscalYear, month);
}

export function monitorProject(facts: Facts, project: Project, cutoff: IsoDate): Monitored {
  const row = facts.texts.monitoringsOf(project.id).find(({ periodTo }) => periodTo === cutoff);
  const executedCents = paidCentsBy(facts, project, cutoff);
  const budgetCents = facts.budget.annualCents(project.id);
  const expectedCents = row?.expectedCents ?? null;
  return {
    row,
    cutoff,
    budgetCents,
    executedCents,
    executionBp: ratioBp(executedCents, budgetCents) ?? null,
    funds: fundLines(facts, project, executedCents),
    expected: expectedCents === null ? null : fundLines(facts, project, expectedCents),
    indicators: facts.texts.indicatorsOf(project.id).map((indicator) => {
      const actuals = facts.texts.actualsOf(indicator.id);
      const own = actuals.find(({ periodTo }) => periodTo === cutoff);
      if (own !== undefined && own.valueText.trim() !== "") return { indicator, actual: own, earlier: false };
      const before = latestUpTo(
        actuals.filter(({ valueText }) => valueText.trim() !== ""),
        cutoff,
      );
      if (before === undefined) return { indicator, actual: own, earlier: false };
      const { valueText, source, periodTo } = before;
      return own === undefined
        ? {
            indicator,
            actual: { ...before, outlook: "", reason: "", expectedText: "", hindrancesJson: "[]" },
            earlier: true,
          }
        : { indicator, actual: { ...own, valueText, source, periodTo }, earlier: true };
    }),
  };
}
