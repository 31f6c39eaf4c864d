import type { ProjectView } from "#shared/api/projects.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Finding, Subject } from "#shared/rules/finding.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { type FindingCounts, noFindings } from "../checks/counts.ts";
import { runCheck } from "../checks/runCheck.ts";
import type { Context } from "../context.ts";
import { projectView } from "./views.ts";

/** Projects by code, of one year or of all. */
export async function listProjects(
  context: Context,
  { fiscalYear }: Readonly<{ fiscalYear: number | null }>,
  asOf?: IsoDate,
): Promise<readonly ProjectView[]> {
  const facts = await context.facts(asOf);
  const { findings } = await runCheck(context, { fiscalYear, asOf: asOf ?? null });
  const counts = countsByProject(
    facts,
    findings.filter((finding) => finding.state === "open"),
  );
  return facts.rows.project
    .filter((project) => fiscalYear === null || project.fiscalYear === fiscalYear)
    .map((project) => projectView(facts, project, counts.get(project.id) ?? noFindings))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** Each finding counts once for the project that the first of its objects belongs to. */
function countsByProject(facts: Facts, findings: readonly Finding[]): ReadonlyMap<string, FindingCounts> {
  const counts = new Map<string, FindingCounts>();
  for (const { severity, subjects } of findings) {
    const projectId = subjects.map((subject) => projectOf(facts, subject)).find((id) => id !== undefined);
    if (projectId === undefined) continue;
    const known = counts.get(projectId) ?? noFindings;
    counts.set(projectId, { ...known, [severity]: known[severity] + 1 });
  }
  return counts;
}

function projectOf(facts: Facts, { kind, id }: Subject): string | undefined {
  const { rows, contractsById, instalmentsById } = facts;
  switch (kind) {
    case "project":
      return id;
    case "budgetLine":
      return facts.budgetLines.get(asId(id))?.projectId;
    case "indicator":
      return rows.indicator.find((row) => row.id === id)?.projectId;
    case "fundingSource":
      return rows.fundingSource.find((row) => row.id === id)?.projectId;
    case "contract":
      return contractsById.get(id)?.row.projectId;
    case "instalment":
      return instalmentsById.get(id)?.contract.row.projectId;
    case "rental":
      return facts.contracts.find((contract) => contract.rentals.some(({ row }) => row.id === id))?.row.projectId;
    case "acceptance":
      return contractsById.get(rows.acceptance.find((row) => row.id === id)?.contractId ?? "")?.row.projectId;
    case "payment":
      return facts.paymentsById.get(asId(id))?.row.projectId;
    case "vendor":
    case "invoice":
    case "importBatch":
      return undefined;
  }
}
