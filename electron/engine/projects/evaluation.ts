import type { ApiParsed } from "#shared/api/contract.ts";
import type { EvaluationView } from "#shared/api/performance.ts";
import { gradesOf } from "#shared/forms/builders/selfEvaluation.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { evaluateProject } from "#shared/indicators/evaluation.ts";
import { indicatorOffers } from "#shared/indicators/known/offers.ts";
import { yearEnd } from "#shared/indicators/periods.ts";
import { gradeOf } from "#shared/indicators/score.ts";
import { minDate } from "#shared/kernel/dates.ts";
import type { Context } from "../context.ts";
import { projectIn } from "../scope.ts";
import { newId } from "../store/newId.ts";
import { insertRow, updateRow } from "../store/rows.ts";
import { executionPoints, reasonBelowBp } from "./performanceSettings.ts";

/** 绩效自评 of a project with its scores worked out. Before the year is over the ledger offers what holds today. */
export async function getEvaluation(
  context: Context,
  { projectId }: ApiParsed<"performance.evaluation">,
): Promise<EvaluationView> {
  const facts = await context.facts();
  const project = projectIn(facts, projectId);
  const evaluated = evaluateProject(facts, project, executionPoints(facts));
  const sheet = templateOf(project.template, facts.templates).selfEvaluation;
  return {
    ...evaluated,
    fiscalYear: project.fiscalYear,
    sheet,
    reasonBelowBp: reasonBelowBp(facts),
    grade: evaluated.unscored > 0 ? "" : gradeOf(gradesOf(sheet), evaluated.total),
    offers: Object.fromEntries(
      indicatorOffers(facts, project, minDate(yearEnd(project.fiscalYear), facts.asOf)),
    ),
  };
}

export async function saveEvaluation(
  context: Context,
  { projectId, ...columns }: ApiParsed<"performance.saveEvaluation">,
): Promise<null> {
  projectIn(await context.facts(), projectId);
  await context.write("填写绩效自评", async (tx) => {
    const before = await tx.read
      .selectFrom("selfEvaluation")
      .select("id")
      .where("projectId", "=", projectId)
      .executeTakeFirst();
    if (before === undefined) await insertRow(tx, "selfEvaluation", { id: newId(), projectId, ...columns });
    else await updateRow(tx, "selfEvaluation", before.id, columns);
  });
  return null;
}
