import { rightLevel } from "../../indicators/levels.ts";
import { defineRule } from "../rule.ts";
import { ofBoth } from "./about.ts";

export const perf19Place = defineRule({
  id: "PERF-19",
  name: "归类错误",
  area: "绩效",
  severity: "warn",
  description: "二级指标不属于它所在的一级指标，或者表式里没有这个二级指标。",
  basis: "财预〔2021〕101号及上海市申报表的指标分类",
  reads: ["project", "formTemplate", "indicator"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const levels = facts.templates.find(({ id }) => id === project.template)?.targets.indicators.levels;
      if (levels === undefined) return [];
      return facts.texts.indicatorsOf(project.id).flatMap((indicator) => {
        const right = rightLevel(levels, indicator);
        if (right === undefined) return [];
        const { level1, level2, id, name } = indicator;
        return {
          subjects: ofBoth(project, indicator),
          figures: { level1, level2 },
          message:
            right === null
              ? `“${level2}”不属于“${level1}”，表式里没有这个二级指标（${name}）。`
              : `“${level2}”不属于“${level1}”，应在“${right}”下（${name}）。`,
          remedy: right === null ? "请改选表式中的二级指标。" : "可以一键改正一级指标，或改选二级指标。",
          ...(right !== null && {
            mend: { entity: "indicator" as const, id, field: "level1", from: level1, to: right },
          }),
        };
      });
    }),
});
