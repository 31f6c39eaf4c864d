import { annualAmounts } from "../../text/annualAmounts.ts";
import { sectionOf } from "../../text/paper.ts";
import { defineRule } from "../rule.ts";
import { ofProject } from "../words.ts";

export const perf05AnnualAmount = defineRule({
  id: "PERF-05",
  name: "年度预算安排缺金额",
  area: "绩效",
  severity: "warn",
  description:
    "情况说明的“年度预算安排”没有写当年安排的金额，只有累计、总投资或其他年度的金额。写明已在上年安排的除外。",
  basis: "项目经费情况说明填报要求：说明项目年度财政资金预算安排金额、使用内容等",
  reads: ["project", "narrativeSection"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const text = sectionOf(facts.texts.narrativeOf(project), "年度预算安排");
      if (text === "") return [];
      const { amounts, arranged } = annualAmounts(text, project.fiscalYear);
      if (amounts.length > 0 || arranged) return [];
      return {
        subjects: [ofProject(project)],
        figures: { year: project.fiscalYear, text },
        message: `“年度预算安排”未写明${project.fiscalYear}年安排金额。`,
        remedy: `请写明当年预算金额（万元）和用途，例如“${project.fiscalYear}年预算安排××万元，用于……”。`,
      };
    }),
});
