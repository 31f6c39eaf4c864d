import { templates } from "../../forms/templates/templates.ts";
import { valueIssue } from "../../indicators/valueIssue.ts";
import { defineRule } from "../rule.ts";
import { ofBoth } from "./about.ts";

export const perf10ValueForm = defineRule({
  id: "PERF-10",
  name: "指标值格式",
  area: "绩效",
  severity: "warn",
  description: "指标值看不出是什么、符号不规范（>=）、没有计量单位，或不是增长率而超过 100%。",
  basis: "绩效目标申报表填报要求：指标值由符号、数值、计量单位组成，或为简短的定性描述",
  reads: ["project", "indicator"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const style = templates.find(({ id }) => id === project.template)?.targets.valueStyle;
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
    }),
});
