import { templates } from "../../forms/templates/templates.ts";
import { missingLevels } from "../../indicators/levels.ts";
import type { Project } from "../../model/project.ts";
import type { Facts } from "../facts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofProject } from "../words.ts";
import { templateOfProject } from "./about.ts";

export const perf08Levels = defineRule({
  id: "PERF-08",
  name: "指标体系不完整",
  area: "绩效",
  severity: "warn",
  description:
    "缺少表式要求的指标：产出（数量、质量、时效）、效益、满意度；2026 年表式还要成本指标，带入的旧表没有的作提示。",
  basis: "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》；上海市申报表",
  reads: ["project", "formTemplate", "indicator", "broughtPaper"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const indicators = facts.texts.indicatorsOf(project.id);
      const template = templateOfProject(facts, project);
      if (indicators.length === 0 || template === undefined) return [];
      const missing = missingLevels(template.targets.indicators.levels, indicators);
      const own = missing.map((level) => ({
        subjects: [ofProject(project)],
        figures: { level, template: template.name },
        message: `缺少“${level}”。`,
        remedy: `请增加“${level}”下的三级指标，或核对指标是否放错了类别。`,
        aspect: level,
      }));
      return [...own, ...laterLevels(facts, project, missing)];
    }),
});

/** A paper that is brought in is what later ones are written from: what their form will ask for is said in time. */
function laterLevels(facts: Facts, project: Project, missing: readonly string[]): readonly Hit[] {
  const latest = templates.at(-1);
  const own = facts.texts.indicatorsOf(project.id);
  if (latest === undefined || latest.id === project.template) return [];
  const { levels } = latest.targets.indicators;
  const lacking = missingLevels(levels, own).filter((level) => !missing.includes(level));
  const papers = facts.texts.broughtOf(project).filter(({ indicators }) => indicators !== null);
  // Of a form that has it under another first level.
  const hasIt = (level: string): boolean => own.some(({ level2 }) => level2 === level);
  return papers.flatMap(({ name, indicators }) =>
    missingLevels(levels, indicators ?? [])
      .filter((level) => lacking.includes(level) && !hasIt(level))
      .map((level) => ({
        subjects: [ofProject(project)],
        severity: "hint" as const,
        figures: { level, template: latest.name, paper: name },
        message: `${name}没有“${level}”：${latest.name}要求填写。`,
        remedy: "本年表式不要求的可以认可；据此编制以后年度的材料时请补上。",
        texts: [{ paper: name, place: "绩效指标", text: "" }],
        aspect: `${name}|${level}`,
      })),
  );
}
