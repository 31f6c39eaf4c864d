import type { Workbench } from "#shared/api/office.ts";

/** One month of the chart, in hundredths of a percent of the budget, added up from January. */
export type ProgressPoint = Readonly<{
  month: string;
  timeBp: number;
  plannedBp: number;
  /** Null for months that are still to come. */
  paidBp: number | null;
}>;

/** 序时进度, plan and payments month by month. Without a budget there is nothing to compare with. */
export function progressPoints({
  months,
  budgetCents,
  asOf,
}: Pick<Workbench, "months" | "budgetCents" | "asOf">): readonly ProgressPoint[] {
  if (budgetCents <= 0) return [];
  let planned = 0;
  let paid = 0;
  return months.map(({ month, plannedCents, paidCents }, index) => {
    planned += plannedCents;
    paid += paidCents;
    const share = (amount: number) => Math.round((amount / budgetCents) * 10_000);
    return {
      month,
      timeBp: Math.round(((index + 1) / months.length) * 10_000),
      plannedBp: share(planned),
      paidBp: month <= asOf.slice(0, 7) ? share(paid) : null,
    };
  });
}
