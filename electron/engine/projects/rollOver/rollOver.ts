import type { RollOverChoices, RollOverItem, RollOverPreview } from "#shared/api/rollOver.ts";
import { fundUse } from "#shared/budget/fundUse.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { templateForYear, templateOf, templates } from "#shared/forms/templates/templates.ts";
import { formatYuan, maxCents, subtractCents, sumCents, zeroCents } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../../context.ts";
import { ensureFiscalYear } from "../../office/fiscalYears.ts";
import { notThere } from "../../store/found.ts";
import { newId } from "../../store/newId.ts";
import { insertRow } from "../../store/rows.ts";
import type { WritableLedger } from "../../store/types.ts";
import { type Comparing, compareRows } from "./compareRows.ts";
import { planRollOver } from "./plan.ts";
import { type ProjectRows, projectRows } from "./projectRows.ts";
import { stayingItems } from "./staying.ts";

/** What going on into the next year would give, with all that is to be decided. Writes nothing. */
export async function previewRollOver(context: Context, choices: RollOverChoices): Promise<RollOverPreview> {
  const facts = await context.facts();
  const old = oldRows(facts, choices.projectId);
  const { plan, template } = planned(facts, old, choices);
  const { project } = plan.rows;
  const use = fundUse(facts, old.project.id);
  const committed = sumCents(old.lines.map(({ id }) => facts.budget.lineCommittedCents(id)));
  return {
    fiscalYear: project.fiscalYear,
    code: project.code,
    name: project.name,
    startDate: project.startDate,
    endDate: project.endDate,
    template: template.id,
    templateName: template.name,
    problem: problemOf(facts, plan.rows, choices)?.message ?? "",
    leftCents: maxCents(zeroCents, sumCents(use.sources.map(({ leftCents }) => leftCents))),
    committedCents: committed,
    annualCents: sumCents(plan.rows.lines.map(({ amountCents }) => amountCents)),
    lines: plan.lines,
    years: plan.years,
    items: [...compareRows(old, plan.rows, comparingOf(facts, template)), ...stayingItems(facts, old)],
  };
}

/**
 * 结转到下年: writes the project of the next year in one transaction; answers with its id. Fails with `conflict` when there
 * is one with its code and `refused` when that year is closed or more is carried over than the lines come to.
 */
export async function rollOver(context: Context, choices: RollOverChoices): Promise<Id> {
  return context.write("项目结转到下年", async (tx) => {
    const facts = await context.factsIn(tx, context.clock.today());
    const { plan } = planned(facts, oldRows(facts, choices.projectId), choices);
    const problem = problemOf(facts, plan.rows, choices);
    if (problem !== undefined) throw problem;
    await ensureFiscalYear(tx, plan.rows.project.fiscalYear);
    await insertAll(tx, plan.rows);
    return plan.rows.project.id;
  });
}

/** The list of what was carried, changed and left, from the two projects as they are now. */
export async function reportRollOver(
  context: Context,
  { id }: Readonly<{ id: Id }>,
): Promise<readonly RollOverItem[]> {
  const facts = await context.facts();
  const now = projectRows(facts, id);
  if (now === undefined) throw notThere("这个项目");
  const { previousProjectId } = now.project;
  const old = previousProjectId === null ? undefined : projectRows(facts, previousProjectId);
  if (old === undefined) return [];
  const template = templateOf(now.project.template, facts.templates);
  return [...compareRows(old, now, comparingOf(facts, template)), ...stayingItems(facts, old)];
}

function oldRows(facts: Facts, id: Id): ProjectRows {
  const rows = projectRows(facts, id);
  if (rows === undefined) throw notThere("这个项目");
  return rows;
}

const comparingOf = (facts: Facts, template: Template): Comparing => ({
  ownUnits: facts.ownUnits,
  unitNames: facts.rows.ownUnitName,
  templates: facts.templates,
  template,
});

function planned(facts: Facts, old: ProjectRows, choices: RollOverChoices) {
  const template =
    choices.template === null
      ? templateFor(facts, old.project)
      : templateOf(choices.template, facts.templates);
  return { plan: planRollOver(old, { choices, template, newId }), template };
}

/** That of new projects of the next year; what the project is on stays where it is newer, or the office's own of that year. */
function templateFor(facts: Facts, { template, fiscalYear }: Row<"project">): Template {
  const now = templateOf(template, facts.templates);
  const next = templateForYear(fiscalYear + 1, facts.templates);
  if (next === undefined || now.fromYear > next.fromYear) return now;
  const isOwn = !templates.some(({ id }) => id === now.id);
  return now.fromYear === next.fromYear && isOwn ? now : next;
}

function problemOf(facts: Facts, { project, lines }: ProjectRows, choices: RollOverChoices) {
  const { fiscalYear, code } = project;
  if (facts.years.get(fiscalYear)?.state === "closed") {
    return new UserError({
      code: "refused",
      message: `${fiscalYear} 年度已经关账，不能结转到这一年。`,
      hint: "确需结转的，请先在“设置 › 年度”里重新打开这一年。",
    });
  }
  const same = facts.rows.project.find((row) => row.code === code);
  if (same !== undefined) {
    return new UserError({
      code: "conflict",
      message: `编码 ${code} 已经是 ${same.fiscalYear} 年度的项目“${same.name}”。`,
      hint: "请换一个项目编码，或直接修改那个项目。",
    });
  }
  const sum = sumCents(lines.map(({ amountCents }) => amountCents));
  if (choices.carryOverCents > sum) {
    return new UserError({
      code: "refused",
      message: `上年结转 ${formatYuan(choices.carryOverCents)} 元多于预算明细合计 ${formatYuan(sum)} 元，多 ${formatYuan(subtractCents(choices.carryOverCents, sum))} 元。`,
      hint: "请减少结转金额，或增加预算明细。",
    });
  }
  return undefined;
}

async function insertAll(tx: WritableLedger, rows: ProjectRows): Promise<void> {
  await insertRow(tx, "project", rows.project);
  for (const row of rows.sections) await insertRow(tx, "narrativeSection", row);
  for (const row of rows.policies) await insertRow(tx, "policyBasis", row);
  for (const row of rows.funding) await insertRow(tx, "fundingSource", row);
  for (const row of rows.lines) await insertRow(tx, "budgetLine", row);
  for (const row of rows.indicators) await insertRow(tx, "indicator", row);
  for (const row of rows.needs) await insertRow(tx, "need", row);
}
