import { createContext, useContext } from "react";
import type { Scope } from "#shared/api/fields.ts";
import type { LedgerStatus, ProjectChoice } from "#shared/api/ledger.ts";
import { asId } from "#shared/kernel/id.ts";

/** Budget year and project, always in sight at the top: what every screen shows. */
export type ScopeState = Readonly<{
  /** As the routes take it. */
  scope: Scope;
  fiscalYear: number;
  /** Null shows all projects of the year. */
  project: ProjectChoice | null;
  /** The project chosen, or the only one there is: for what is made for one project. */
  singleProject: ProjectChoice | null;
  years: readonly number[];
  /** Those of the year. */
  projects: readonly ProjectChoice[];
  setYear: (year: number) => void;
  setProject: (id: string | null) => void;
}>;

export type ChosenScope = Readonly<{ year: number | null; projectId: string | null }>;

/** What of a remembered choice still exists: the last year of the ledger and all its projects otherwise. */
export function resolveScope(
  chosen: ChosenScope,
  ledger: NonNullable<LedgerStatus["ledger"]>,
  today: string,
): Pick<ScopeState, "scope" | "fiscalYear" | "project" | "singleProject" | "years" | "projects"> {
  const years = [...new Set([...ledger.years, ...ledger.projects.map((project) => project.fiscalYear)])].sort(
    (left, right) => right - left,
  );
  const chosenYear = years.find((year) => year === chosen.year);
  const fiscalYear = chosenYear ?? years[0] ?? Number(today.slice(0, 4));
  const projects = ledger.projects.filter((project) => project.fiscalYear === fiscalYear);
  const project = projects.find(({ id }) => id === chosen.projectId) ?? null;
  const projectId = project === null ? null : asId(project.id);
  const singleProject = project ?? (projects.length === 1 ? (projects[0] ?? null) : null);
  return { scope: { fiscalYear, projectId }, fiscalYear, project, singleProject, years, projects };
}

export const ScopeContext = createContext<ScopeState | null>(null);

/** Only for pages, which are shown while a ledger is open. */
export function useScope(): ScopeState {
  const state = useContext(ScopeContext);
  if (state === null) throw new Error("useScope outside of an open ledger");
  return state;
}
