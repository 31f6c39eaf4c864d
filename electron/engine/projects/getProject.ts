import type { ProjectDetail } from "#shared/api/projects.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../context.ts";
import { notThere } from "../store/found.ts";
import { narrativeSectionsOf, policyBasesOf } from "../store/projects.ts";
import { checkedProject } from "./listProjects.ts";
import { executionPoints } from "./performanceSettings.ts";
import { budgetLineView } from "./views.ts";

/** A project with all that its papers are made from. */
export async function getProject(context: Context, id: Id): Promise<ProjectDetail> {
  const facts = await context.facts();
  const project = facts.projects.get(id);
  if (project === undefined) {
    throw notThere("这个项目");
  }
  const lines = facts.budget.linesOf(id).toSorted((a, b) => a.seq - b.seq);
  const lineIds = new Set(lines.map((line) => line.id));
  return {
    project: await checkedProject(context, project),
    funding: facts.budget.fundingOf(id),
    budgetLines: lines.map((line) => budgetLineView(facts, line)),
    adjustments: facts.rows.budgetAdjustment.filter((row) => lineIds.has(row.budgetLineId)),
    policies: await policyBasesOf(context.ledger, id),
    narrative: await narrativeSectionsOf(context.ledger, id),
    executionPoints: executionPoints(facts),
    indicators: facts.rows.indicator.filter((row) => row.projectId === id).toSorted((a, b) => a.seq - b.seq),
  };
}
