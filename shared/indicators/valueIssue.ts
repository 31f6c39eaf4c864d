import {
  isOverHundredPercent,
  normaliseIndicatorValue,
  parseIndicatorValue,
  type ValueStyle,
} from "./value.ts";

/** What is wrong with how a value is written, and how to write it where that is sure. */
export type ValueIssue = Readonly<{ problem: string; suggestion: string | null }>;

/** >=, =>, ≧, ＞: signs as keyboards have them, not as papers do. */
const strangeSign = /[<>=]{2}|[≧≦⩾⩽＞＜＝]/;

/** What grows may well be more than a hundred percent. */
const growing = /增长|增幅|提升|提高|上升|完成率/;

/** `undefined` for a value that is well written; blank ones are another matter. */
export function valueIssue(
  { name, valueText }: Readonly<{ name: string; valueText: string }>,
  style: ValueStyle,
): ValueIssue | undefined {
  if (valueText.trim() === "") return undefined;
  const value = parseIndicatorValue(valueText);
  if (value === undefined) {
    return { problem: "看不出是数值还是简短的定性描述", suggestion: null };
  }
  if (value.kind === "words") return undefined;
  if (value.unit === "") return { problem: "没有计量单位", suggestion: null };
  if (isOverHundredPercent(value) && !growing.test(name)) return { problem: "超过100%", suggestion: null };
  if (!strangeSign.test(valueText)) return undefined;
  return { problem: "符号不规范", suggestion: normaliseIndicatorValue(valueText, style) };
}
