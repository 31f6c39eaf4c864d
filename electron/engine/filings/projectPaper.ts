import { economicCodes } from "#shared/budget/economicCodes.ts";
import type { ProjectPaper } from "#shared/forms/builders/paper.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import type { Project } from "#shared/model/project.ts";
import type { Facts } from "#shared/rules/facts.ts";

/** What a project's papers are built from, read off the facts. Units bear the names they had when the project began. */
export function projectPaper(facts: Facts, project: Project): ProjectPaper {
  const day = project.startDate ?? isoDate(`${project.fiscalYear}-01-01`);
  const unitName = (id: Project["departmentUnitId"]) => (id === null ? "" : facts.ownUnits.nameOn(id, day));
  const nature = facts.rows.ownUnit.find(({ id }) => id === project.implementingUnitId)?.nature;
  return {
    project,
    departmentName: unitName(project.departmentUnitId),
    implementingName: unitName(project.implementingUnitId),
    funding: facts.budget.fundingOf(project.id),
    budgetLines: facts.budget.linesOf(project.id),
    isAdjusted: facts.budget
      .linesOf(project.id)
      .some((line) => facts.budget.lineAdjustments(line.id).length > 0),
    indicators: facts.rows.indicator.filter(({ projectId }) => projectId === project.id),
    economicNames: economicNames(facts, project.fiscalYear),
    ...(nature === undefined ? {} : { unitNature: nature }),
  };
}

/** Names by code: the office's own table of that year before the one that is shipped. */
function economicNames(facts: Facts, year: number): ReadonlyMap<string, string> {
  const inForce = facts.rows.economicCode.filter(
    ({ validFrom, validTo }) => (validFrom ?? year) <= year && year <= (validTo ?? year),
  );
  return new Map([...economicCodes, ...inForce].map(({ code, name }) => [code, name]));
}
