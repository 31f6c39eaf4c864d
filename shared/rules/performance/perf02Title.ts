import { templates } from "../../forms/templates/templates.ts";
import { defineRule } from "../rule.ts";
import { ofProject } from "../words.ts";
import { broughtOfYear, isForm, templateOfProject } from "./about.ts";

/** Budget years for which districts are known to use a form; in the years between either was seen. */
const lastYearOf2022 = 2025;
const firstYearOf2026 = 2023;

export const perf02Title = defineRule({
  id: "PERF-02",
  name: "表名/年度不一致",
  area: "绩效",
  severity: "warn",
  description: "已定稿或带入的申报表的表名、年度与项目不符，或项目所选的表式不是该预算年度的。",
  basis: "上海市财政项目支出绩效目标申报表：2022 年、2026 年表式",
  reads: ["project", "formTemplate", "filingVersion", "broughtPaper"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const { fiscalYear } = project;
      const about = { subjects: [ofProject(project)], remedy: "请改用正确的表式、表名和年度，重新定稿。" };
      const title = templateOfProject(facts, project)?.targets.title;
      const brought = broughtOfYear(facts, project).filter(isForm);
      const wrong = [...facts.texts.handedInOf(project), ...brought].flatMap((paper) => [
        ...(paper.title === null || title === undefined || paper.title === title
          ? []
          : [{ aspect: `${paper.name}|title`, right: title, written: paper.title, paper: paper.name }]),
        ...(paper.fiscalYear === null || paper.fiscalYear === fiscalYear
          ? []
          : [
              {
                aspect: `${paper.name}|year`,
                right: `${fiscalYear}年度`,
                written: `${paper.fiscalYear}年度`,
                paper: paper.name,
              },
            ]),
      ]);
      const template = rightTemplate(project.template, fiscalYear);
      return [
        ...wrong.map(({ aspect, right, written, paper }) => ({
          ...about,
          figures: { written, expected: right },
          message: `表名/年度应为“${right}”，${paper}写的是“${written}”。`,
          texts: [
            { paper, place: "表名/年度", text: written },
            { paper: "绩效目标申报表", place: "表名/年度", text: right },
          ],
          aspect,
        })),
        ...(template === undefined
          ? []
          : [
              {
                ...about,
                figures: { written: project.template, expected: template, year: fiscalYear },
                message: `${fiscalYear}年度的表式应为“${template}”，项目选的是“${nameOf(project.template)}”。`,
                remedy: "请在项目的基本信息中改选表式。",
                aspect: "template",
              },
            ]),
      ];
    }),
});

const nameOf = (id: string): string => templates.find((template) => template.id === id)?.name ?? id;

function rightTemplate(id: string, fiscalYear: number): string | undefined {
  if (id === "sh-2022" && fiscalYear > lastYearOf2022) return nameOf("sh-2026");
  if (id === "sh-2026" && fiscalYear < firstYearOf2026) return nameOf("sh-2022");
  return undefined;
}
