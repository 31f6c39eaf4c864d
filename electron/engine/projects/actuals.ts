import type { ApiParsed } from "#shared/api/contract.ts";
import type { ActualsView } from "#shared/api/performance.ts";
import { indicatorOffers } from "#shared/indicators/known/offers.ts";
import { quarterEnds } from "#shared/indicators/periods.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { IndicatorActual, Project } from "#shared/model/project.ts";
import type { Context } from "../context.ts";
import { projectIn } from "../scope.ts";
import { newId } from "../store/newId.ts";
import { insertRow, removeRow, updateRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";

type Patch = ApiParsed<"performance.saveActuals">["actuals"][number];

/** What every indicator came to at the ends of the quarters, or on the days asked for, and what the ledger offers. */
export async function getActuals(
  context: Context,
  { projectId, periods }: ApiParsed<"performance.actuals">,
): Promise<ActualsView> {
  const facts = await context.facts();
  const project = projectIn(facts, projectId);
  const days = periods ?? quarterEnds(project.fiscalYear);
  const offers = days.map((day) => indicatorOffers(facts, project, day));
  return {
    periods: days,
    rows: facts.texts.indicatorsOf(projectId).map((indicator) => ({
      indicator,
      cells: days.map((periodTo, index) => ({
        periodTo,
        actual: facts.texts.actualsOf(indicator.id).find((row) => row.periodTo === periodTo) ?? null,
        offers: offers[index]?.get(indicator.id) ?? [],
      })),
    })),
  };
}

/**
 * Puts down what indicators came to, in one step; what a patch leaves out stays as it was. A row with nothing left in it is
 * taken away. Throws a `UserError`: `bad-request` for an indicator of another project or a day outside its year.
 */
export async function saveActuals(
  context: Context,
  { projectId, actuals }: ApiParsed<"performance.saveActuals">,
): Promise<null> {
  await context.write("填写指标完成值", async (tx) => {
    const facts = await context.factsIn(tx, context.clock.today());
    const project = projectIn(facts, projectId);
    const own = new Set(facts.texts.indicatorsOf(projectId).map(({ id }) => id));
    for (const patch of actuals) {
      if (!own.has(patch.indicatorId)) throw notOfProject();
      if (!patch.periodTo.startsWith(`${project.fiscalYear}-`)) throw notOfYear(project, patch);
      const before = facts.texts.actualsOf(patch.indicatorId).find((row) => row.periodTo === patch.periodTo);
      await saveOne(tx, before, patch);
    }
  });
  return null;
}

async function saveOne(tx: WritableLedger, before: IndicatorActual | undefined, patch: Patch): Promise<void> {
  const { indicatorId, periodTo, hindrances } = patch;
  const columns: Omit<Row<"indicatorActual">, "id" | "indicatorId" | "periodTo"> = {
    valueText: (patch.valueText ?? before?.valueText ?? "").trim(),
    source: patch.source ?? before?.source ?? "",
    outlook: patch.outlook ?? before?.outlook ?? "",
    reason: patch.reason ?? before?.reason ?? "",
    score: patch.score === undefined ? (before?.score ?? null) : patch.score,
    expectedText: (patch.expectedText ?? before?.expectedText ?? "").trim(),
    hindrancesJson: hindrances === undefined ? (before?.hindrancesJson ?? "[]") : JSON.stringify(hindrances),
  };
  const { hindrancesJson, score, ...texts } = columns;
  const isBlank =
    score === null && hindrancesJson === "[]" && Object.values(texts).every((text) => text === "");
  if (before !== undefined) {
    if (isBlank) await removeRow(tx, "indicatorActual", before.id);
    else await updateRow(tx, "indicatorActual", before.id, columns);
  } else if (!isBlank)
    await insertRow(tx, "indicatorActual", { id: newId(), indicatorId, periodTo, ...columns });
}

const notOfProject = (): UserError =>
  new UserError({
    code: "bad-request",
    message: "有一项指标不属于这个项目。",
    hint: "它可能已作废，请刷新后再试。",
  });

const notOfYear = ({ fiscalYear }: Project, { periodTo }: Patch): UserError =>
  new UserError({
    code: "bad-request",
    message: `${periodTo} 不在 ${fiscalYear} 年度内，不能填写完成值。`,
    hint: "完成值按预算年度内的季末、监控截止日填写。",
  });
