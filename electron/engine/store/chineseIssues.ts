import { z } from "zod";

const kinds: Readonly<Record<string, string>> = {
  string: "文本",
  number: "数字",
  int: "整数",
  array: "列表",
  object: "对象",
};

/** What is wrong with a value, in words that also those understand who did not write the file. */
export const chineseIssues: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "没有填写";
      return `应为${kinds[issue.expected] ?? issue.expected}，写的是 ${shown(issue.input)}`;
    case "invalid_value":
      return `应为 ${issue.values.map(String).join("、")} 之一，写的是 ${shown(issue.input)}`;
    case "invalid_union":
      return `取值不对：${shown(issue.input)}`;
    case "too_small":
      return issue.origin === "string" ? "不能为空" : `不能小于 ${issue.minimum}`;
    case "too_big":
      return issue.origin === "string" ? `不能超过 ${issue.maximum} 个字` : `不能大于 ${issue.maximum}`;
    case "unrecognized_keys":
      return `有不认识的字段 ${issue.keys.join("、")}`;
    default:
      return z.locales.zhCN().localeError(issue);
  }
};

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
