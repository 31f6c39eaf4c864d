import type { Project } from "../../model/project.ts";
import { residuesIn, withoutWrapping } from "../../text/residue.ts";
import type { Facts } from "../facts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofProject } from "../words.ts";
import { excerpt, templateOfProject } from "./about.ts";
import { type BroughtText, broughtTexts, textsOf } from "./projectTexts.ts";

export const perf11Residue = defineRule({
  id: "PERF-11",
  name: "占位符/标签残留",
  area: "绩效",
  severity: "block",
  description: "材料中残留占位符（XX、××、{单位}、待填等）、网页标签、表式的填写说明，或整段文字外面的引号。",
  basis: "部门预算公开检查：不得残留模板文字和占位符",
  reads: [
    "project",
    "formTemplate",
    "narrativeSection",
    "policyBasis",
    "indicator",
    "budgetLine",
    "broughtPaper",
  ],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const instructions = instructionsOf(facts, project);
      const own = textsOf(facts, project).flatMap(({ entity, id, field, text, place, subject }) => {
        const residues = residuesIn(text, instructions);
        if (residues.length === 0) return [];
        const words = [...new Set(residues.map((residue) => excerpt(residue.text)))].join("”“");
        const onlyWrapping = residues.every(({ kind }) => kind === "tag" || kind === "quotes");
        const to = withoutWrapping(text);
        return {
          subjects: [subject],
          figures: { place, residues: words },
          message: `“${place}”残留“${words}”。`,
          remedy: onlyWrapping ? "可以一键去除标签和引号。" : "请改成本项目的内容。",
          aspect: `${entity}|${id}|${field}`,
          ...(onlyWrapping && to !== "" && { mend: { entity, id, field, from: text, to } }),
        };
      });
      return [...broughtTexts(facts, project).flatMap(ofBrought), ...own];
    }),
});

const shortestInstruction = 6;

/** What the project's form says is to be written; “详见……” is what stands there when the paper is done. */
const instructionsOf = (facts: Facts, project: Project): readonly string[] =>
  (templateOfProject(facts, project)?.narrative.headings ?? [])
    .map(({ instruction }) => instruction.trim())
    .filter((words) => words.length >= shortestInstruction && !words.startsWith("详见"));

/** The paper stays as it is; what was taken over from it is free of tags. */
function ofBrought({ project, paper, place, text }: BroughtText): readonly Hit[] {
  const residues = residuesIn(text);
  if (residues.length === 0) return [];
  const words = [...new Set(residues.map((residue) => excerpt(residue.text)))].join("”“");
  return [
    {
      subjects: [ofProject(project)],
      severity: "warn",
      figures: { place, residues: words, paper },
      message: `${paper}的“${place}”残留“${words}”。`,
      remedy: "带入时标签和引号已经去掉；请确认不再照原件报送。",
      texts: [{ paper, place, text: excerpt(text, 60) }],
      aspect: `${paper}|${place}`,
    },
  ];
}
