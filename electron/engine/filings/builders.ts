import type { FindingView } from "#shared/api/checks.ts";
import { buildBudget } from "#shared/forms/builders/budget.ts";
import { buildMonitoring } from "#shared/forms/builders/monitoring.ts";
import { buildNarrative } from "#shared/forms/builders/narrative.ts";
import { buildSchedule } from "#shared/forms/builders/schedule.ts";
import { buildSelfEvaluation } from "#shared/forms/builders/selfEvaluation.ts";
import { buildTargets, buildTargetsFill } from "#shared/forms/builders/targets.ts";
import type { FormId } from "#shared/forms/formKinds.ts";
import type { Printable } from "#shared/forms/prose.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { evaluateProject } from "#shared/indicators/evaluation.ts";
import { cutoffOf, monitorProject } from "#shared/indicators/monitored.ts";
import type { Project } from "#shared/model/project.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { cutoffMonth, executionPoints } from "../projects/performanceSettings.ts";
import { projectPaper } from "./projectPaper.ts";
import { scheduleSheet } from "./scheduleSheet.ts";

/** All that a paper of a project is made of. */
export type ProjectSource = Readonly<{
  /** As of the day that the paper shows. */
  facts: Facts;
  project: Project;
  template: Template;
  findings: readonly FindingView[];
}>;

/** How each paper of a project is made. Pure: the same source gives the same paper. */
export const projectBuilders: Readonly<Record<FormId, (source: ProjectSource) => Printable>> = {
  narrative: ({ facts, project, template }) =>
    buildNarrative({ project, sections: facts.texts.sectionsOf(project.id) }, template),
  budget: ({ facts, project, template }) => buildBudget(projectPaper(facts, project), template),
  targets: ({ facts, project, template }) => buildTargets(projectPaper(facts, project), template),
  targetsFill: ({ facts, project, template }) => buildTargetsFill(projectPaper(facts, project), template),
  monitoring: ({ facts, project, template }) =>
    buildMonitoring(
      projectPaper(facts, project),
      monitorProject(facts, project, cutoffOf(facts, project, cutoffMonth(facts))),
      template,
    ),
  selfEvaluation: ({ facts, project, template }) =>
    buildSelfEvaluation(
      projectPaper(facts, project),
      evaluateProject(facts, project, executionPoints(facts)),
      template,
    ),
  schedule: ({ facts, project, template, findings }) =>
    buildSchedule(scheduleSheet(facts, project, findings), template),
};
