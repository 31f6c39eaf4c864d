import type { Id } from "#shared/kernel/id.ts";
import type { Project } from "#shared/model/project.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { notThere } from "./store/found.ts";

/** Which projects are meant: those of a year, one of them, or, where neither is given, all. */
export type ProjectScope = Readonly<{ fiscalYear?: number | null; projectId?: Id | null }>;

export function projectsInScope(facts: Facts, { fiscalYear, projectId }: ProjectScope): ReadonlySet<Id> {
  const ids = [...facts.projects.values()]
    .filter((project) => fiscalYear === undefined || fiscalYear === null || project.fiscalYear === fiscalYear)
    .filter((project) => projectId === undefined || projectId === null || project.id === projectId)
    .map((project) => project.id);
  return new Set(ids);
}

/** Throws a `UserError` (`not-found`) when there is no such project. */
export function projectIn(facts: Facts, id: Id): Project {
  const project = facts.projects.get(id);
  if (project === undefined) throw notThere("这个项目");
  return project;
}
