import { parseJson } from "../kernel/parseJson.ts";
import type { RuleSetting } from "../model/check.ts";
import { indexBy } from "./indexing.ts";
import { type AnyRule, isValueOf } from "./rule.ts";

export const settingsByRule = (settings: readonly RuleSetting[]): ReadonlyMap<string, RuleSetting> =>
  indexBy(settings, (setting) => setting.ruleId);

/** The parameters of a rule as this office set them; the default for what it did not set or set to no such value. */
export function ruleValues(
  rule: AnyRule,
  setting: RuleSetting | undefined,
): Readonly<Record<string, string | number | null>> {
  const given = setting === undefined ? {} : readParams(setting.paramsJson);
  return Object.fromEntries(
    Object.entries(rule.params).map(([key, param]) => {
      const value = given[key];
      return [key, isValueOf(param, value) ? value : value === null ? null : param.default];
    }),
  );
}

/** Where nothing can be read a rule runs with its defaults. */
function readParams(json: string): Readonly<Record<string, unknown>> {
  const value = parseJson(json);
  return typeof value === "object" && value !== null ? { ...value } : {};
}
