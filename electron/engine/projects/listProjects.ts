import type { ProjectView } from "#shared/api/projects.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Project } from "#shared/model/project.ts";
import { runCheck } from "../checks/runCheck.ts";
import type { Context } from "../context.ts";
import { projectView } from "./views.ts";

/** Projects by code, of one year or of all. */
export async function listProjects(
  context: Context,
  { fiscalYear }: Readonly<{ fiscalYear: number | null }>,
  asOf?: IsoDate,
): Promise<readonly ProjectView[]> {
  const { rows } = await context.facts(asOf);
  const projects = rows.project
    .filter((project) => fiscalYear === null || project.fiscalYear === fiscalYear)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const views: ProjectView[] = [];
  for (const project of projects) views.push(await checkedProject(context, project, asOf));
  return views;
}

/** A project with its figures, and with as many findings as its check shows. */
export async function checkedProject(
  context: Context,
  project: Project,
  asOf?: IsoDate,
): Promise<ProjectView> {
  const { id: projectId, fiscalYear } = project;
  const { summary } = await runCheck(context, { projectId, fiscalYear, asOf: asOf ?? null });
  return projectView(await context.facts(asOf), project, summary);
}
