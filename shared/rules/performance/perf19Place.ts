import type { IndicatorsBlock } from "../../forms/templates/template.ts";
import { rightLevel } from "../../indicators/levels.ts";
import type { Project } from "../../model/project.ts";
import type { Facts } from "../facts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofProject } from "../words.ts";
import { broughtOfYear, ofBoth, templateOfProject } from "./about.ts";

export const perf19Place = defineRule({
  id: "PERF-19",
  name: "归类错误",
  area: "绩效",
  severity: "warn",
  description:
    "二级指标不属于它所在的一级指标，或者表式里没有这个二级指标；已定稿、带入的当年申报表里还这样写而项目已经改过的，作提示。",
  basis: "财预〔2021〕101号及上海市申报表的指标分类",
  reads: ["project", "formTemplate", "indicator", "filing", "filingVersion", "broughtPaper"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const levels = templateOfProject(facts, project)?.targets.indicators.levels;
      if (levels === undefined) return [];
      const own = facts.texts.indicatorsOf(project.id).flatMap((indicator): readonly Hit[] => {
        const right = rightLevel(levels, indicator);
        if (right === undefined) return [];
        const { level1, level2, id, name } = indicator;
        return [
          {
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
          },
        ];
      });
      return [...own, ...ofPapers(facts, project, levels)];
    }),
});

/** Papers on which an indicator stands where the project has it no longer. */
function ofPapers(facts: Facts, project: Project, levels: IndicatorsBlock["levels"]): readonly Hit[] {
  const brought = broughtOfYear(facts, project);
  const now = facts.texts.indicatorsOf(project.id);
  return [...facts.texts.handedInOf(project), ...brought].flatMap(({ name: paper, indicators }) =>
    (indicators ?? []).flatMap(({ level1, level2, name }): readonly Hit[] => {
      const right = rightLevel(levels, { level1, level2 });
      const isSaid = now.some((row) => row.level1 === level1 && row.level2 === level2);
      if (right === undefined || isSaid || level1 === "" || level2 === "") return [];
      const place = right === null ? "表式里没有这个二级指标" : `应在“${right}”下`;
      return [
        {
          subjects: [ofProject(project)],
          severity: "hint",
          figures: { level1, level2, paper, name },
          message: `${paper}的“${level2}”不属于“${level1}”，${place}（${name}）。`,
          remedy: "请以账本打印的为准；已报送的，请更正后重新报送。",
          texts: [{ paper, place: "绩效指标", text: `${level1}　${level2}　${name}` }],
          aspect: `${paper}|${level1}|${level2}|${name}`,
        },
      ];
    }),
  );
}
