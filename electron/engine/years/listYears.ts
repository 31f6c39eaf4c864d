import type { YearView } from "#shared/api/years.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { FiscalYear } from "#shared/model/office.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../context.ts";
import { dayWithin } from "../office/dayWithin.ts";
import { listYearChanges } from "../store/budget.ts";

/** 预算年度, the latest first, each as it stood on its last day, or stands today. */
export async function listYears(context: Context): Promise<readonly YearView[]> {
  const { rows } = await context.facts();
  const changes = await listYearChanges(context.ledger);
  const views: YearView[] = [];
  for (const year of rows.fiscalYear.toSorted((a, b) => b.year - a.year)) {
    const last = changes.find((change) => change.entityId === year.id);
    const facts = await context.facts(dayWithin(year.year, context.clock.today()));
    views.push({
      ...year,
      ...figuresOf(facts, year),
      changedBy: last?.actor ?? null,
      changedAt: last?.at ?? null,
    });
  }
  return views;
}

function figuresOf({ rows, budget }: Facts, { year }: FiscalYear) {
  const projects = rows.project.filter((project) => project.fiscalYear === year);
  return {
    projectCount: projects.length,
    budgetCents: sumCents(projects.map(({ id }) => budget.annualCents(id))),
    paidCents: sumCents(projects.map(({ id }) => budget.projectPaidCents(id))),
  };
}

/** One of them. */
export async function getYear(context: Context, year: number): Promise<YearView> {
  const found = (await listYears(context)).find((row) => row.year === year);
  if (found === undefined) throw noSuchYear(year);
  return found;
}

export const noSuchYear = (year: number): UserError =>
  new UserError({
    code: "not-found",
    message: `账本里没有 ${year} 年度。`,
    hint: "请先在“设置 › 年度”里新增。",
  });
