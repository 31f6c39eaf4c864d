import type { FilingPreview } from "#shared/api/filings.ts";
import { isOnMoney } from "#shared/filings/checkup.ts";
import type { SheetScope } from "#shared/forms/builders/ledgerTable.ts";
import { type FormId, isAbout } from "#shared/forms/formKinds.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { templateForYear, templateOf } from "#shared/forms/templates/templates.ts";
import { compareText } from "#shared/kernel/compareText.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Project } from "#shared/model/project.ts";
import { checkPayment } from "#shared/rules/check.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { decided } from "../checks/decisions.ts";
import { filterOf, findingsOf } from "../checks/runCheck.ts";
import type { Context } from "../context.ts";
import { dayWithin } from "../office/dayWithin.ts";
import { projectsInScope } from "../scope.ts";
import { live } from "../store/found.ts";
import { paymentBuilders, projectBuilders, yearBuilders } from "./builders.ts";
import { type FormRequest, findPayment, findProject, findYear } from "./findSubject.ts";
import { projectPaper } from "./projectPaper.ts";

/** Papers that state the project's money must agree with each other before they are handed in. */
const onMoney: ReadonlySet<FormId> = new Set<FormId>(["budget", "targets", "targetsFill"]);

type Made = Omit<FilingPreview, "rowsLeft">;

/** A paper as it would be exported now, with the open findings that stand in the way of handing it in. */
export async function previewForm(context: Context, request: FormRequest): Promise<Made> {
  const { form } = request;
  if (isAbout(form, "year")) return yearForm(context, { ...request, form });
  if (isAbout(form, "payment")) return paymentForm(context, { ...request, form });
  const { asOf } = request;
  const facts = await context.facts(asOf ?? undefined);
  const project = findProject(facts, request);
  const template = templateOf(project.template, facts.templates);
  return {
    form: await projectBuilders[form]({ facts, project, template }),
    asOf: facts.asOf,
    findings: onMoney.has(form) ? await openOnMoney(context, facts, project.id, asOf ?? undefined) : [],
  };
}

/** Of a check that is kept: the papers of a package ask for it one after the other. */
async function openOnMoney(
  context: Context,
  facts: Facts,
  projectId: Project["id"],
  asOf?: IsoDate,
): Promise<FilingPreview["findings"]> {
  const found = (await context.check(facts, { projectId })).filter(isOnMoney);
  return (await decided(context.ledger, facts, found, asOf)).filter(({ state }) => state === "open");
}

type Of<Id> = FormRequest & Readonly<{ form: Id }>;

async function yearForm(context: Context, request: Of<keyof typeof yearBuilders>): Promise<Made> {
  const { form, asOf } = request;
  const today = await context.facts(asOf ?? undefined);
  const { fiscalYear, project } = findYear(today, request);
  // 预算执行 of a year that is over is shown as it stood on its last day, on the screen too.
  const facts =
    form === "execution" && (asOf ?? null) === null
      ? await context.facts(dayWithin(fiscalYear, context.clock.today()))
      : today;
  const scope = { fiscalYear, projectId: project?.id ?? null };
  const findings = form === "paymentCheck" ? await findingsOf(context, facts, filterOf(scope)) : [];
  const paper = await yearBuilders[form]({
    context,
    facts,
    scope,
    sheet: sheetScope(facts, fiscalYear, project),
    template:
      project === null ? templateOfYear(facts, fiscalYear) : templateOf(project.template, facts.templates),
    findings,
  });
  return { form: paper, asOf: facts.asOf, findings: [] };
}

/** What a sheet of the ledger says at its top that it is of. */
export function sheetScope(facts: Facts, fiscalYear: number, project: Project | null): SheetScope {
  const ids = projectsInScope(facts, { fiscalYear });
  const projects = project === null ? facts.rows.project.filter(({ id }) => ids.has(id)) : [project];
  const units = [...new Set(projects.map((row) => projectPaper(facts, row).implementingName))];
  const [only] = projects;
  return {
    fiscalYear,
    project: projects.length === 1 && only !== undefined ? { name: only.name, code: only.code } : null,
    unitName: units.filter((name) => name !== "").join("、"),
    asOf: facts.asOf,
  };
}

/** The template that the projects of a year are on; where it has none, that which a new one would get. */
function templateOfYear(facts: Facts, fiscalYear: number): Template {
  const [project] = facts.rows.project
    .filter((row) => row.fiscalYear === fiscalYear)
    .toSorted((a, b) => compareText(a.code, b.code));
  const id = project?.template ?? templateForYear(fiscalYear, facts.templates)?.id ?? "";
  return templateOf(id, facts.templates);
}

async function paymentForm(context: Context, request: Of<keyof typeof paymentBuilders>): Promise<Made> {
  const { form, asOf } = request;
  const facts = await context.facts(asOf ?? undefined);
  const payment = findPayment(facts, request);
  const project = live(facts.projects.get(payment.row.projectId), "这笔付款的项目");
  const findings = await decided(
    context.ledger,
    facts,
    checkPayment(facts, payment.row.id),
    asOf ?? undefined,
  );
  const template = templateOf(project.template, facts.templates);
  const paper = await paymentBuilders[form]({ context, facts, payment, template, findings });
  return { form: paper, asOf: facts.asOf, findings: [] };
}
