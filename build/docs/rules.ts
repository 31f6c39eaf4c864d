import { readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { type Cents, formatBp, formatYuan } from "../../shared/kernel/cents.ts";
import { type RuleEntry, type RuleParamEntry, ruleEntries } from "../../shared/rules/catalogue.ts";
import { severityWords } from "../../shared/words/words.ts";

/** Where the catalogue lies: `node build/docs/rules.ts` writes it, with `--check` it only says whether it is up to date. */
export const catalogueFile = new URL("../../docs/rules.md", import.meta.url);

/** The rule catalogue as Markdown, from the rules themselves. */
export function rulesPage(): string {
  const entries = ruleEntries();
  const areas = [...new Set(entries.map((entry) => entry.area))];
  return [
    "# 核对规则",
    "",
    "<!-- 由 build/docs/rules.ts 生成，请勿手工修改。 -->",
    "",
    "每条规则的级别和限额都可以在“设置”中修改，也可以关闭。阻断的问题须改正，或由负责人写明理由接受后才能批准付款。",
    "标“未经确认”的默认值只是常见做法，请按本单位、本区的规定核对；没有默认值的，填写之前规则不启用。",
    "",
    "按过去的某一天核对，看到的是那一天的账：之后申请、支付、验收、审批、调剂、签订和开票的都不算，作废的从来不算。",
    "就地改过的不退回到那一天：换票、冲销之后付款所用的发票，发票的作废、红冲状态，都按现在知道的算；何时换的看付款的流转和变更记录。",
    "",
    ...areas.flatMap((area) => [
      `## ${area}`,
      "",
      ...entries.filter((entry) => entry.area === area).flatMap(section),
    ]),
  ].join("\n");
}

const section = (entry: RuleEntry): readonly string[] => [
  `### ${entry.id} ${entry.name}（${severityWords[entry.defaultSeverity]}）`,
  "",
  entry.description,
  "",
  `- 依据：${entry.basis}`,
  ...entry.params.map((param) => `- 参数：${param.label}，${defaultText(param)}`),
  "",
];

function defaultText(param: RuleParamEntry): string {
  if (param.defaultValue === null) return "请先填写本区限额，填写之前本规则不启用";
  return `默认${valueText(param.kind, param.defaultValue)}${param.confirmed ? "" : "（未经确认）"}`;
}

function valueText(kind: RuleParamEntry["kind"], value: string | number): string {
  if (typeof value === "string") return value;
  switch (kind) {
    case "cents":
      return `${formatYuan(value as Cents)}元`;
    case "bp":
      return formatBp(value);
    case "days":
      return `${value}天`;
    case "count":
    case "text":
    case "date":
      return String(value);
  }
}

if (import.meta.url === `file://${argv[1]}`) {
  const page = rulesPage();
  if (!argv.includes("--check")) writeFileSync(catalogueFile, page);
  else if (readFileSync(catalogueFile, "utf8") !== page) {
    console.error("docs/rules.md is out of date: run node build/docs/rules.ts");
    process.exitCode = 1;
  }
}
