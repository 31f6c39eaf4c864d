import type { FilingPreview, FormSubject } from "#shared/api/filings.ts";
import type { FormId } from "#shared/forms/formKinds.ts";
import { formKindOf } from "#shared/forms/formKinds.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Project } from "#shared/model/project.ts";
import { checkProject } from "#shared/rules/check.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { decided } from "../checks/decisions.ts";
import type { Context } from "../context.ts";
import { projectBuilders } from "./builders.ts";

/** Which paper of what; by id as the window says it, or by code as people do. */
export type FormRequest = Readonly<{
  form: FormId;
  subject: FormSubject | Readonly<{ projectCode: string }>;
  /** Today when it is left out. */
  asOf?: IsoDate | null | undefined;
}>;

/** Papers that state the project's money must agree with each other before they are handed in. */
const blockingRules: Readonly<Partial<Record<FormId, readonly string[]>>> = {
  budget: ["BUD-02", "BUD-06"],
  targets: ["BUD-02", "BUD-06"],
  targetsFill: ["BUD-02", "BUD-06"],
};

/** A paper as it would be exported now, with the open findings that stand in the way of handing it in. */
export async function previewForm(context: Context, request: FormRequest): Promise<FilingPreview> {
  const { form: id, asOf } = request;
  const facts = await context.facts(asOf ?? undefined);
  const project = findProject(facts, request);
  const findings = await decided(context.ledger, facts, checkProject(facts, project.id), asOf ?? undefined);
  const source = { facts, project, template: templateOf(project.template, facts.templates), findings };
  const blocking = blockingRules[id] ?? [];
  return {
    form: projectBuilders[id](source),
    findings: findings.filter(({ ruleId, state }) => state === "open" && blocking.includes(ruleId)),
  };
}

/** Throws a `UserError`: `not-found` when there is no such project, `bad-request` when the paper is not about one. */
export function findProject(facts: Facts, { form, subject }: FormRequest): Project {
  const wanted =
    "projectCode" in subject
      ? { code: subject.projectCode }
      : "projectId" in subject && subject.projectId !== null
        ? { id: subject.projectId }
        : undefined;
  if (wanted === undefined) {
    throw new UserError({
      code: "bad-request",
      message: `《${formKindOf(form).title}》按项目打印。`,
      hint: "请先选择一个项目。",
    });
  }
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
