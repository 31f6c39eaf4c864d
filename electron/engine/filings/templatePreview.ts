import type { ApiParsed } from "#shared/api/contract.ts";
import type { Printable } from "#shared/forms/prose.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Context } from "../context.ts";
import { projectBuilders } from "./builders.ts";

/** A paper as it would be by a template that is still being edited, with the data of a project. */
export async function previewTemplate(
  context: Context,
  { template, form, projectId }: ApiParsed<"templates.preview">,
): Promise<Printable> {
  const facts = await context.facts();
  const project =
    projectId === null
      ? facts.rows.project.toSorted((a, b) => b.fiscalYear - a.fiscalYear)[0]
      : facts.projects.get(projectId);
  if (project === undefined) {
    throw new UserError({
      code: "not-found",
      message: projectId === null ? "账本里还没有项目，看不到表式的样子。" : "找不到这个项目。",
      hint: projectId === null ? "请先在“项目”里建一个项目。" : "请另选一个项目。",
    });
  }
  return projectBuilders[form]({ facts, project, template });
}
