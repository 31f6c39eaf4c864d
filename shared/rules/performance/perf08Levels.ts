import { templates } from "../../forms/templates/templates.ts";
import { missingLevels } from "../../indicators/levels.ts";
import { defineRule } from "../rule.ts";
import { ofProject } from "../words.ts";

export const perf08Levels = defineRule({
  id: "PERF-08",
  name: "指标体系不完整",
  area: "绩效",
  severity: "warn",
  description: "缺少表式要求的指标：产出（数量、质量、时效）、效益、满意度；2026 年表式还要成本指标。",
  basis: "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》；上海市申报表",
  reads: ["project", "indicator"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const indicators = facts.texts.indicatorsOf(project.id);
      const template = templates.find(({ id }) => id === project.template);
      if (indicators.length === 0 || template === undefined) return [];
      return missingLevels(template.targets.indicators.levels, indicators).map((level) => ({
        subjects: [ofProject(project)],
        figures: { level, template: template.name },
        message: `缺少“${level}”。`,
        remedy: `请增加“${level}”下的三级指标，或核对指标是否放错了类别。`,
        aspect: level,
      }));
    }),
});
