import type { Facts } from "#shared/rules/facts.ts";
import { perf14Weights } from "#shared/rules/performance/perf14Weights.ts";
import { perf15Scores } from "#shared/rules/performance/perf15Scores.ts";
import { perf20Monitoring } from "#shared/rules/performance/perf20Monitoring.ts";
import type { AnyRule } from "#shared/rules/rule.ts";
import { ruleValues } from "#shared/rules/ruleValues.ts";

/** What the office set for a rule holds for the papers that the rule is about. */
function settingOf(facts: Facts, rule: AnyRule, param: string, usual: number): number {
  const setting = facts.rows.ruleSetting.find(({ ruleId }) => ruleId === rule.id);
  const value = ruleValues(rule, setting)[param];
  return typeof value === "number" ? value : usual;
}

/** An execution below it asks for the reason; 0 where the office set no limit. */
export const reasonBelowBp = (facts: Facts): number => settingOf(facts, perf15Scores, "reasonBelowBp", 0);

/** 监控截止月份. */
export const cutoffMonth = (facts: Facts): number => settingOf(facts, perf20Monitoring, "cutoffMonth", 7);

/** 预算执行率的分值. */
export const executionPoints = (facts: Facts): number =>
  settingOf(facts, perf14Weights, "executionPoints", 10);
