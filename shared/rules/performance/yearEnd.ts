import { isoDate } from "../../kernel/dates.ts";
import type { Indicator, IndicatorActual, Project } from "../../model/project.ts";
import type { Facts } from "../facts.ts";

/** 自评: the value that an indicator had on the last day of the budget year, when that day has come. */
export function yearEndActual(
  facts: Facts,
  project: Project,
  indicator: Indicator,
): IndicatorActual | undefined {
  const end = isoDate(`${project.fiscalYear}-12-31`);
  if (facts.asOf < end) return undefined;
  return facts.texts.actualsOf(indicator.id).find(({ periodTo }) => periodTo === end);
}
