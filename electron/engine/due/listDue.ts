import type { ApiParsed } from "#shared/api/contract.ts";
import type { DueList } from "#shared/api/due.ts";
import { budgetSettings } from "#shared/budget/settings.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../context.ts";
import { dayWithin } from "../office/dayWithin.ts";
import { missingPaperCount } from "../papers/missingPapers.ts";
import { type ProjectScope, projectsInScope } from "../scope.ts";
import { dueItems } from "./dueItems.ts";

/** What is due in a budget year: on the day asked for, else today, or the year's last day when it is over. */
export async function listDue(
  context: Context,
  { asOf, ...scope }: Readonly<Pick<ApiParsed<"due.list">, "fiscalYear" | "projectId" | "asOf">>,
): Promise<DueList> {
  const facts = await context.facts(asOf ?? dayWithin(scope.fiscalYear, context.clock.today()));
  const { soonDays } = budgetSettings(facts.rows.setting);
  const projects = projectsInScope(facts, scope);
  return {
    asOf: facts.asOf,
    soonDays,
    items: dueItems(facts, { projects, earlier: earlierProjects(facts, scope), soonDays }),
    missingPapers: missingPaperCount(facts, scope),
  };
}

/** None when one project is asked for. */
const earlierProjects = (facts: Facts, { fiscalYear, projectId }: ProjectScope): ReadonlySet<Id> =>
  new Set(
    typeof fiscalYear !== "number" || projectId
      ? []
      : facts.rows.project.filter((project) => project.fiscalYear < fiscalYear).map((project) => project.id),
  );
