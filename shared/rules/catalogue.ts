import type { RuleSetting, Severity } from "../model/check.ts";
import { rules } from "./registry.ts";
import type { RuleArea, RuleParam } from "./rule.ts";
import { ruleValues, settingsByRule } from "./ruleValues.ts";

/** A rule as the settings page shows it, with what this office set. */
export type RuleEntry = Readonly<{
  id: string;
  name: string;
  area: RuleArea;
  basis: string;
  description: string;
  defaultSeverity: Severity;
  severity: Severity | "off";
  params: readonly RuleParamEntry[];
  /** A limit has no value yet: the rule does nothing until the office fills it in. */
  waiting: boolean;
}>;

export type RuleParamEntry = Readonly<{
  key: string;
  label: string;
  kind: RuleParam["kind"];
  value: string | number | null;
  defaultValue: string | number | null;
  /** Whether the default stands in a regulation. */
  confirmed: boolean;
}>;

export function ruleEntries(settings: readonly RuleSetting[] = []): readonly RuleEntry[] {
  const byRule = settingsByRule(settings);
  return rules.map((rule) => {
    const setting = byRule.get(rule.id);
    const values = ruleValues(rule, setting);
    const { id, name, area, basis, description, severity } = rule;
    const wanted = setting?.severity ?? severity;
    const params = Object.entries(rule.params).map(([key, param]) => ({
      key,
      label: param.label,
      kind: param.kind,
      value: values[key] ?? null,
      defaultValue: param.default,
      confirmed: param.confirmed,
    }));
    return {
      id,
      name,
      area,
      basis,
      description,
      defaultSeverity: severity,
      severity: wanted,
      params,
      waiting: wanted !== "off" && params.some(({ value }) => value === null),
    };
  });
}
