import type { ApiParsed } from "#shared/api/contract.ts";
import { parseIndicatorValue } from "#shared/indicators/value.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Indicator } from "#shared/model/project.ts";

export type IndicatorFields = ApiParsed<"projects.saveIndicator">;

export function indicatorFields({ voidedAt, voidReason, ...fields }: Indicator): IndicatorFields {
  return fields;
}

export const newIndicator = (
  projectId: Id,
  seq: number,
  levels: Readonly<{ level1: string; level2: string }>,
): IndicatorFields => ({
  id: null,
  projectId,
  seq,
  ...levels,
  name: "",
  valueText: "",
  weight: null,
  baseValue: "",
  evidence: "",
  budgetLineId: null,
});

/** How a value reads, in words, so that a slip of the pen is seen at once; empty when there is nothing to say. */
export function valueReading(text: string, baseValue: string): string {
  if (text.trim() === "") return "请填写年度指标值";
  const value = parseIndicatorValue(text);
  if (value === undefined) return "读不出这个指标值，可写作 ≥30套、=100%、健全";
  return value.kind === "words" && baseValue.trim() === "" ? "定性值，填写基期值才能衡量" : "";
}
