import type { RuleParamView, RuleView } from "#shared/api/checks.ts";
import { cents, formatYuan } from "#shared/kernel/cents.ts";
import type { RuleArea } from "#shared/rules/rule.ts";
import { severityWords } from "#shared/words/words.ts";

export const levelWords: Readonly<Record<RuleView["severity"], string>> = { ...severityWords, off: "停用" };

const units: Readonly<Record<RuleParamView["kind"], string>> = {
  cents: "元",
  days: "天",
  bp: "%",
  text: "",
  date: "",
  count: "个",
};

export const paramUnit = (kind: RuleParamView["kind"]): string => units[kind];

/** A parameter's value as it is read: "10,000.00 元", "30 天", "未设". */
export function paramText({ kind }: Pick<RuleParamView, "kind">, value: RuleParamView["value"]): string {
  if (value === null) return "未设";
  if (typeof value === "string") return value;
  if (kind === "cents") return `${formatYuan(cents(value))} 元`;
  return kind === "bp" ? `${value / 100}%` : `${value} ${units[kind]}`;
}

/** "合同起点 10,000.00 元，宽限 30 天" for the list. */
export const paramSummary = (params: readonly RuleParamView[]): string =>
  params.map((param) => `${param.label} ${paramText(param, param.value)}`).join("，");

/** Whether a rule stands as this version has it. */
export const isOwn = ({ severity, defaultSeverity, params }: RuleView): boolean =>
  severity === defaultSeverity && params.every(({ value, defaultValue }) => value === defaultValue);

/** What of the catalogue is shown. */
export type RuleFilter = RuleArea | "all" | "waiting" | "changed";

export const filterRules = (rules: readonly RuleView[], filter: RuleFilter): readonly RuleView[] => {
  switch (filter) {
    case "all":
      return rules;
    case "waiting":
      return rules.filter((rule) => rule.waiting);
    case "changed":
      return rules.filter((rule) => !isOwn(rule));
    default:
      return rules.filter(({ area }) => area === filter);
  }
};

/** The choices above the list with their numbers; of waiting and changed rules only where there are some. */
export function ruleChoices(rules: readonly RuleView[]): readonly { value: RuleFilter; label: string }[] {
  const areas = [...new Set(rules.map(({ area }) => area))];
  const labels = { all: "全部", waiting: "待填限额", changed: "已改动" } as const;
  const choice = (value: RuleFilter, label: string) => ({
    value,
    label: `${label} ${filterRules(rules, value).length}`,
  });
  return [
    choice("all", labels.all),
    ...areas.map((area) => choice(area, area)),
    ...(["waiting", "changed"] as const)
      .filter((value) => filterRules(rules, value).length > 0)
      .map((value) => choice(value, labels[value])),
  ];
}
