import type { NeedDetail, NeedView } from "#shared/api/needs.ts";
import type { Id } from "#shared/kernel/id.ts";
import { isDue } from "#shared/needs/personDue.ts";
import { sizeTotals } from "#shared/needs/sizes.ts";
import type { Context } from "../context.ts";
import { type ProjectScope, projectsInScope } from "../scope.ts";
import { liveNeed } from "../store/needs.ts";
import { issueViews, lineOf, needSources, needView, paymentsOf, peopleOf } from "./views.ts";

/** One need with everything on its screen, as of today. */
export async function getNeed(context: Context, id: Id): Promise<NeedDetail> {
  const need = await liveNeed(context.ledger, id);
  const sources = needSources(await context.facts());
  const people = peopleOf(sources, need);
  const { linked, linkable } = paymentsOf(sources, need);
  const wanted = people.filter(isDue).map(({ staff, quantity }) => ({ size: staff.size, quantity }));
  return {
    need: needView(sources, need),
    line: lineOf(sources, need),
    people,
    sizes: sizeTotals(wanted),
    issues: issueViews(sources, need),
    payments: linked,
    linkable,
  };
}

const kinds = ["uniform", "supplies", "publicity", "other"];

/** 其他需求 of a year: uniforms first, then by name. */
export async function listNeeds(context: Context, scope: ProjectScope): Promise<readonly NeedView[]> {
  const facts = await context.facts();
  const projects = projectsInScope(facts, scope);
  const sources = needSources(facts);
  return facts.rows.need
    .filter((row) => projects.has(row.projectId))
    .map((row) => needView(sources, row))
    .toSorted(
      (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.name.localeCompare(b.name, "zh-CN"),
    );
}
