import type { Project } from "../../model/project.ts";
import { annualAmounts } from "../../text/annualAmounts.ts";
import { sectionOf } from "../../text/paper.ts";
import { plainName } from "../../text/plainName.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofProject } from "../words.ts";
import { broughtOfYear } from "./about.ts";

export const perf05AnnualAmount = defineRule({
  id: "PERF-05",
  name: "年度预算安排缺金额",
  area: "绩效",
  severity: "warn",
  description:
    "情况说明的“年度预算安排”没有写当年安排的金额，只有累计、总投资或其他年度的金额。写明已在上年安排的除外；带入的当年情况说明与项目写得不同的，作提示。",
  basis: "项目经费情况说明填报要求：说明项目年度财政资金预算安排金额、使用内容等",
  reads: ["project", "narrativeSection", "broughtPaper"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const own = sectionOf(facts.texts.narrativeOf(project), "年度预算安排");
      const brought = broughtOfYear(facts, project).flatMap((paper): readonly Hit[] => {
        const text = sectionOf(paper, "年度预算安排");
        // What the project still says word for word was found there.
        if (text === "" || plainName(text) === plainName(own)) return [];
        return hitOf(project, text).map((hit) => ({
          ...hit,
          severity: "hint" as const,
          figures: { ...hit.figures, paper: paper.name },
          message: `${paper.name}的${hit.message}`,
          remedy: "请确认项目的情况说明已经写明，并以账本打印的为准。",
          texts: [{ paper: paper.name, place: "年度预算安排", text }],
          aspect: paper.name,
        }));
      });
      return [...hitOf(project, own), ...brought];
    }),
});

function hitOf(project: Project, text: string): readonly Hit[] {
  if (text === "") return [];
  const { amounts, arranged } = annualAmounts(text, project.fiscalYear);
  if (amounts.length > 0 || arranged) return [];
  return [
    {
      subjects: [ofProject(project)],
      figures: { year: project.fiscalYear, text },
      message: `“年度预算安排”未写明${project.fiscalYear}年安排金额。`,
      remedy: `请写明当年预算金额（万元）和用途，例如“${project.fiscalYear}年预算安排××万元，用于……”。`,
    },
  ];
}
