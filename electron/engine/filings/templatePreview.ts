import type { ApiParsed } from "#shared/api/contract.ts";
import { narrativeBy } from "#shared/forms/builders/narrative.ts";
import { isAbout } from "#shared/forms/formKinds.ts";
import type { Printable } from "#shared/forms/prose.ts";
import { exampleForms, exampleNarrative } from "#shared/forms/templates/examples/examplePapers.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Project } from "#shared/model/project.ts";
import { checkPayment } from "#shared/rules/check.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { decided } from "../checks/decisions.ts";
import type { Context } from "../context.ts";
import { paymentBuilders, projectBuilders, yearBuilders } from "./builders.ts";
import { sheetScope } from "./previewForm.ts";
import { shortenForm } from "./shortenForm.ts";

type Request = ApiParsed<"templates.preview">;

/**
 * A paper as it would be by a template that is still being edited: of a project, or of the latest; of made-up rows in a ledger
 * that has none. Throws a `UserError` (`not-found`) when the project named is not there.
 */
export async function previewTemplate(context: Context, request: Request): Promise<Printable> {
  const facts = await context.facts();
  const project = projectOf(facts, request.projectId);
  const paper = project === undefined ? undefined : await paperOf(context, facts, project, request);
  if (paper !== undefined) return shortenForm(paper).form;
  const { form, template } = request;
  return form === "narrative" ? exampleNarrative(template) : exampleForms[form](template);
}

function projectOf(facts: Facts, id: Request["projectId"]): Project | undefined {
  if (id === null) return facts.rows.project.toSorted((a, b) => b.fiscalYear - a.fiscalYear)[0];
  const project = facts.projects.get(id);
  if (project !== undefined) return project;
  throw new UserError({
    code: "not-found",
    message: "找不到这个项目。",
    hint: "请另选一个项目。",
  });
}

/** `undefined` where the project has nothing to show the paper by. */
async function paperOf(
  context: Context,
  facts: Facts,
  project: Project,
  { form, template }: Request,
): Promise<Printable | undefined> {
  // A project keeps its headings; the template's are those of the next one.
  if (form === "narrative") {
    const bodies = facts.texts
      .sectionsOf(project.id)
      .filter(({ body }) => body.trim() !== "")
      .map(({ heading, body }) => [heading, body] as const);
    return narrativeBy(template, project, new Map(bodies));
  }
  if (isAbout(form, "project")) return projectBuilders[form]({ facts, project, template });
  if (isAbout(form, "year")) {
    const { fiscalYear } = project;
    return yearBuilders[form]({
      context,
      facts,
      scope: { fiscalYear, projectId: project.id },
      sheet: sheetScope(facts, fiscalYear, project),
      template,
      findings: [],
    });
  }
  const payment = facts.payments.findLast(({ row }) => row.projectId === project.id);
  if (payment === undefined) return undefined;
  const findings = await decided(context.ledger, facts, checkPayment(facts, payment.row.id));
  return paymentBuilders[form]({ context, facts, payment, template, findings });
}
