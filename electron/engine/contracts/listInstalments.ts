import type { InstalmentView } from "#shared/api/contracts.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Context } from "../context.ts";
import { type ProjectScope, projectsInScope } from "../scope.ts";
import { instalmentView } from "./views.ts";

/** The whole payment schedule, by contract number and period. */
export async function listInstalments(
  context: Context,
  scope: ProjectScope,
  asOf?: IsoDate,
): Promise<readonly InstalmentView[]> {
  const facts = await context.facts(asOf);
  const projects = projectsInScope(facts, scope);
  return facts.contracts
    .filter((contract) => projects.has(contract.row.projectId))
    .flatMap((contract) => contract.instalments.map((instalment) => instalmentView(facts, instalment)));
}
