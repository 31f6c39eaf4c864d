import type { RuleSetting, Severity } from "../model/check.ts";
import { rules } from "./registry.ts";
import type { RuleParam } from "./rule.ts";
import { ruleValues, settingsByRule } from "./ruleValues.ts";

/** A rule as the settings page shows it, with what this office set. */
export type RuleEntry = Readonly<{
  id: string;
  name: string;
  area: string;
  basis: string;
  description: string;
  defaultSeverity: Severity;
  severity: Severity | "off";
  params: readonly RuleParamEntry[];
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
    return {
      id,
      name,
      area,
      basis,
      description,
      defaultSeverity: severity,
      severity: setting?.severity ?? severity,
      params: Object.entries(rule.params).map(([key, param]) => ({
        key,
        label: param.label,
        kind: param.kind,
        value: values[key] ?? null,
        defaultValue: param.default,
        confirmed: param.confirmed,
      })),
    };
  });
}
