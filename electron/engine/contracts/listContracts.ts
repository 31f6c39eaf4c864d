import type { ContractView } from "#shared/api/contracts.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Context } from "../context.ts";
import { type ProjectScope, projectsInScope } from "../scope.ts";
import { contractView } from "./views.ts";

/** Contracts by number, with their figures as of a day. */
export async function listContracts(
  context: Context,
  scope: ProjectScope,
  asOf?: IsoDate,
): Promise<readonly ContractView[]> {
  const facts = await context.facts(asOf);
  const projects = projectsInScope(facts, scope);
  return facts.contracts
    .filter((contract) => projects.has(contract.row.projectId))
    .map((contract) => contractView(facts, contract));
}
