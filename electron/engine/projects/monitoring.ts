import type { ApiParsed } from "#shared/api/contract.ts";
import type { MonitoringView } from "#shared/api/performance.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { indicatorOffers } from "#shared/indicators/known/offers.ts";
import { cutoffOf, monitorProject } from "#shared/indicators/monitored.ts";
import { cutoffDay } from "#shared/indicators/periods.ts";
import { monthNumber } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Context } from "../context.ts";
import { projectIn } from "../scope.ts";
import { newId } from "../store/newId.ts";
import { insertRow, updateRow } from "../store/rows.ts";
import { cutoffMonth } from "./performanceSettings.ts";

/** 绩效运行监控 up to the end of a month; without one, of the month monitored last, or the one the office set. */
export async function getMonitoring(
  context: Context,
  { projectId, month }: ApiParsed<"performance.monitoring">,
): Promise<MonitoringView> {
  const facts = await context.facts();
  const project = projectIn(facts, projectId);
  const cutoff =
    month === null ? cutoffOf(facts, project, cutoffMonth(facts)) : cutoffDay(project.fiscalYear, month);
  return {
    ...monitorProject(facts, project, cutoff),
    month: monthNumber(cutoff),
    sheet: templateOf(project.template, facts.templates).monitoring,
    offers: Object.fromEntries(indicatorOffers(facts, project, cutoff)),
  };
}

/** One for each project and cut-off day. Throws a `UserError` (`bad-request`) for a day outside the project's year. */
export async function saveMonitoring(
  context: Context,
  { projectId, periodTo, ...columns }: ApiParsed<"performance.saveMonitoring">,
): Promise<null> {
  const { fiscalYear } = projectIn(await context.facts(), projectId);
  const month = monthNumber(periodTo);
  if (periodTo !== cutoffDay(fiscalYear, month) || month === 12)
    throw new UserError({
      code: "bad-request",
      message: `监控截止日应是 ${fiscalYear} 年 1 月到 11 月的月末，现为 ${periodTo}。`,
      hint: "全年的情况在绩效自评中填写。",
    });
  await context.write("填写绩效监控", async (tx) => {
    const before = await tx.read
      .selectFrom("monitoring")
      .select("id")
      .where("projectId", "=", projectId)
      .where("periodTo", "=", periodTo)
      .executeTakeFirst();
    if (before === undefined)
      await insertRow(tx, "monitoring", { id: newId(), projectId, periodTo, ...columns });
    else await updateRow(tx, "monitoring", before.id, columns);
  });
  return null;
}
