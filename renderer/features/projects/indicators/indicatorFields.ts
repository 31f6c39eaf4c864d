import type { ApiParsed } from "#shared/api/contract.ts";
import {
  type IndicatorValue,
  type Operator,
  parseIndicatorValue,
  printIndicatorValue,
  type ValueStyle,
} from "#shared/indicators/value.ts";
import { valueIssue } from "#shared/indicators/valueIssue.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Indicator } from "#shared/model/project.ts";

export type IndicatorFields = ApiParsed<"projects.saveIndicator">;

export function indicatorFields({ voidedAt, voidReason, ...fields }: Indicator): IndicatorFields {
  return fields;
}

/**
 * What was typed into an indicator: its order and points may be changed elsewhere while it is typed in. Of one that came back
 * from the store under no id yet, that is everything.
 */
export function changedFields(
  stored: IndicatorFields,
  { id, projectId, ...fields }: IndicatorFields,
): Partial<Omit<IndicatorFields, "id" | "projectId">> {
  if (stored.id === null) return fields;
  const kept = Object.entries(fields).filter(
    ([key, value]) => value !== stored[key as keyof IndicatorFields],
  );
  return Object.fromEntries(kept);
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

/** How a value reads, how it will be printed, and what is wrong with it. */
export type ValueReading = Readonly<{
  /** A word for the end of the field; empty when all is well. */
  sign: "" | "待填" | "待核";
  /** Under the field while it is typed in. */
  help: string;
}>;

const signWords: Readonly<Record<Operator, string>> = {
  "=": "等于",
  "≥": "不少于",
  "≤": "不超过",
  ">": "多于",
  "<": "少于",
};

type Written = Pick<IndicatorFields, "name" | "valueText" | "baseValue" | "evidence">;

export function valueReading(
  { name, valueText, baseValue, evidence }: Written,
  style: ValueStyle,
): ValueReading {
  if (valueText.trim() === "")
    return { sign: "待填", help: "可写作 ≥30套、=100%、80%-90%、985米，或健全、下降" };
  const value = parseIndicatorValue(valueText);
  if (value === undefined) return { sign: "待核", help: "读不出这个指标值，可写作 ≥30套、=100%、健全" };
  const printed = `印成 ${printIndicatorValue(value, style)}`;
  const issue = valueIssue({ name, valueText }, style);
  if (issue !== undefined && issue.suggestion === null)
    return { sign: "待核", help: `${meaning(value)}，${printed}；${issue.problem}` };
  if (value.kind === "words" && baseValue.trim() === "" && evidence.trim() === "")
    return { sign: "待核", help: `${printed}；定性值，填写基期值或评判标准才能衡量` };
  return { sign: "", help: `${meaning(value)}，${printed}` };
}

function meaning(value: IndicatorValue): string {
  switch (value.kind) {
    case "words":
      return "定性";
    case "range":
      return `读作：${value.from} 到 ${value.to} ${value.unit}`;
    case "number":
      return `读作：${signWords[value.operator]} ${value.number} ${value.unit}`.trimEnd();
  }
}
