import type { FindingView } from "#shared/api/checks.ts";
import type { FilingPreview, FormId } from "#shared/api/filings.ts";
import { buildBudget } from "#shared/forms/builders/budget.ts";
import { buildSchedule } from "#shared/forms/builders/schedule.ts";
import { buildTargets } from "#shared/forms/builders/targets.ts";
import type { Form } from "#shared/forms/form.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Project } from "#shared/model/project.ts";
import { checkProject } from "#shared/rules/check.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { decided } from "../checks/decisions.ts";
import type { Context } from "../context.ts";
import { projectPaper } from "./projectPaper.ts";
import { scheduleSheet } from "./scheduleSheet.ts";

/** Which paper of which project; by id as the window says it, or by code as people do. */
export type FormRequest = Readonly<{
  form: FormId;
  project: Readonly<{ id: string }> | Readonly<{ code: string }>;
  /** Today when it is left out. */
  asOf?: IsoDate;
}>;

/** Papers that state the project's money must agree with each other before they are handed in. */
const blockingRules: Readonly<Record<FormId, readonly string[]>> = {
  budget: ["BUD-02", "BUD-06"],
  targets: ["BUD-02", "BUD-06"],
  schedule: [],
};

/** A paper as it would be exported now, with the open findings that stand in the way of handing it in. */
export async function previewForm(
  context: Context,
  { form: id, project: wanted, asOf }: FormRequest,
): Promise<FilingPreview> {
  const facts = await context.facts(asOf);
  const project = findProject(facts, wanted);
  const findings = await decided(context.ledger, facts, checkProject(facts, project.id), asOf);
  return {
    form: buildForm(id, facts, project, findings),
    findings: findings.filter(({ ruleId, state }) => state === "open" && blockingRules[id].includes(ruleId)),
  };
}

function buildForm(id: FormId, facts: Facts, project: Project, findings: readonly FindingView[]): Form {
  const template = templateOf(project.template);
  switch (id) {
    case "budget":
      return buildBudget(projectPaper(facts, project), template);
    case "targets":
      return buildTargets(projectPaper(facts, project), template);
    case "schedule":
      return buildSchedule(scheduleSheet(facts, project, findings), template);
  }
}

/** Throws a `UserError` (`not-found`) when there is no such project. */
export function findProject(facts: Facts, wanted: FormRequest["project"]): Project {
  const project = facts.rows.project.find((row) =>
    "id" in wanted ? row.id === wanted.id : row.code === wanted.code,
  );
  if (project !== undefined) return project;
  const codes = facts.rows.project.map(({ code }) => code).join("、");
  throw new UserError({
    code: "not-found",
    message: "code" in wanted ? `没有编码为“${wanted.code}”的项目。` : "找不到这个项目。",
    hint: codes === "" ? "这个账本里还没有项目。" : `账本里的项目：${codes}。`,
  });
}
