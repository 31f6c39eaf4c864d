import {
  addDays,
  firstDay,
  formatMonthText,
  type IsoDate,
  lastDay,
  maxDate,
  minDate,
  monthsBetween,
  quarterOf,
  quarterRange,
  yearOf,
} from "../kernel/dates.ts";
import type { Contract, Milestone } from "../model/contract.ts";

/** Both days belong to it. */
export type Period = Readonly<{ from: IsoDate; to: IsoDate }>;
export type LabelledPeriod = Period & Readonly<{ label: string }>;

/** What is reached by a day, for example 交货 or 终验, and what is due for it. */
export type AgreedMilestone = Pick<Milestone, "seq" | "name" | "dueOn" | "amountCents">;

export const inOrderOfTime = (milestones: readonly AgreedMilestone[]): readonly AgreedMilestone[] =>
  milestones.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.seq - b.seq));

const cut = (period: Period, term: Period): Period => ({
  from: maxDate(period.from, term.from),
  to: minDate(period.to, term.to),
});

export function monthsOf(term: Period): readonly LabelledPeriod[] {
  return monthsBetween(term.from, term.to).map((month) => ({
    ...cut({ from: firstDay(month), to: lastDay(month) }, term),
    label: formatMonthText(month),
  }));
}

export function quartersOf(term: Period): readonly LabelledPeriod[] {
  const quarters: LabelledPeriod[] = [];
  for (let day = term.from; day <= term.to; ) {
    const quarter = quarterRange(yearOf(day), quarterOf(day));
    quarters.push({ ...cut(quarter, term), label: `${yearOf(day)}年第${quarterOf(day)}季度` });
    day = addDays(quarter.to, 1);
  }
  return quarters;
}

/** Each milestone owns the days since the one before it; a milestone on the same day owns that one day. */
function milestonesOf(term: Period, milestones: readonly AgreedMilestone[]): readonly LabelledPeriod[] {
  const sorted = inOrderOfTime(milestones);
  return sorted.map(({ name, dueOn }, index) => {
    const before = sorted[index - 1]?.dueOn;
    const from = before === undefined ? term.from : addDays(before, 1);
    return { label: name, from: minDate(from, dueOn), to: dueOn };
  });
}

/**
 * The periods a contract is paid by: calendar quarters or months, the first and the last cut to the term. Contracts paid
 * as needed and framework contracts have none.
 */
export function contractPeriods(
  kind: Contract["kind"],
  term: Period,
  milestones: readonly AgreedMilestone[] = [],
): readonly LabelledPeriod[] {
  if (term.from > term.to) return [];
  switch (kind) {
    case "quarterly":
      return quartersOf(term);
    case "monthly":
      return monthsOf(term);
    case "milestone":
      return milestones.length > 0 ? milestonesOf(term, milestones) : [{ ...term, label: "一次性付款" }];
    case "oneOff":
      return [{ ...term, label: "一次性付款" }];
    case "asNeeded":
    case "framework":
      return [];
  }
}
