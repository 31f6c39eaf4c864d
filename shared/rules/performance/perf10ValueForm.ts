import { valueIssue } from "../../indicators/valueIssue.ts";
import type { Project } from "../../model/project.ts";
import type { Facts } from "../facts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofProject } from "../words.ts";
import { broughtOfYear, ofBoth, templateOfProject } from "./about.ts";

export const perf10ValueForm = defineRule({
  id: "PERF-10",
  name: "指标值格式",
  area: "绩效",
  severity: "warn",
  description:
    "指标值看不出是什么、符号不规范（>=）、没有计量单位，或不是增长率而超过 100%；带入的表里金额写法不一的作提示。",
  basis: "绩效目标申报表填报要求：指标值由符号、数值、计量单位组成，或为简短的定性描述",
  reads: ["project", "formTemplate", "indicator", "broughtPaper"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => [...ofValues(facts, project), ...ofAmounts(facts, project)]),
});

function ofValues(facts: Facts, project: Project): readonly Hit[] {
  const style = templateOfProject(facts, project)?.targets.valueStyle;
  if (style === undefined) return [];
  return facts.texts.indicatorsOf(project.id).flatMap((indicator) => {
    const issue = valueIssue(indicator, style);
    if (issue === undefined) return [];
    const { valueText, id } = indicator;
    const { suggestion } = issue;
    return {
      subjects: ofBoth(project, indicator),
      figures: { value: valueText },
      message:
        suggestion === null
          ? `指标“${indicator.name}”的值“${valueText}”${issue.problem}。`
          : `指标值“${valueText}”建议写为“${suggestion}”（${indicator.name}）。`,
      remedy: suggestion === null ? "请改成“≥30套”“=100%”或“健全”这样的写法。" : "可以一键改正。",
      ...(suggestion !== null && {
        mend: { entity: "indicator" as const, id, field: "valueText", from: valueText, to: suggestion },
      }),
    };
  });
}

/** 430000.00 and 430000 in one form. */
function ofAmounts(facts: Facts, project: Project): readonly Hit[] {
  const papers = broughtOfYear(facts, project);
  return papers.flatMap(({ name, money }) => {
    const written = money.filter(({ cents, written: text }) => cents !== null && text.trim() !== "0");
    const ways = new Map(written.map((amount) => [wayOf(amount.written), amount]));
    const [one, other] = [...ways.values()];
    if (one === undefined || other === undefined) return [];
    return {
      subjects: [ofProject(project)],
      severity: "hint" as const,
      figures: { paper: name, written: one.written, expected: other.written },
      message: `${name}的金额写法不一：“${one.label}”写“${one.written.trim()}”，“${other.label}”写“${other.written.trim()}”。`,
      remedy: "请统一保留两位小数；账本打印的已经统一。",
      texts: [one, other].map((amount) => ({
        paper: name,
        place: amount.label,
        text: amount.written.trim(),
      })),
      aspect: `${name}|amounts`,
    };
  });
}

/** Decimals and separators. */
const wayOf = (text: string): string =>
  `${/\.(\d+)/.exec(text)?.[1]?.length ?? 0}${/[,，]/.test(text) ? "," : ""}`;
