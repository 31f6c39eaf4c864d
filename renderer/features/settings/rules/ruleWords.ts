import type { RuleParamView, RuleView } from "#shared/api/checks.ts";
import { cents, formatYuan } from "#shared/kernel/cents.ts";
import { severityWords } from "../../../components/words.ts";

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

/** A rule that waits for a parameter does nothing yet. */
export const isWaiting = ({ params, severity }: RuleView): boolean =>
  severity !== "off" && params.some((param) => param.value === null);
