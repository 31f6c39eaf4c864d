import { type BroughtFact, broughtFieldName } from "../../filings/paperOfBrought.ts";
import { missingFields } from "../../forms/builders/targets.ts";
import { yearOf } from "../../kernel/dates.ts";
import type { Project } from "../../model/project.ts";
import type { Facts } from "../facts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofProject } from "../words.ts";
import { broughtOfYear, ofBoth, templateOfProject } from "./about.ts";
import { paperDay } from "./textFacts.ts";

export const perf03Required = defineRule({
  id: "PERF-03",
  name: "必填为空/日期错误",
  area: "绩效",
  severity: "block",
  description:
    "绩效目标申报表的必填项、资金、指标值或情况说明的段落空着；计划完成日期早于开始日期，或预算年度不在计划期内。整套材料都还没有开始写的，只作提示；带入的当年材料空着的项、与项目不同的日期，作警告。",
  basis: "财政项目支出绩效目标申报表填报要求",
  reads: [
    "project",
    "formTemplate",
    "ownUnit",
    "fundingSource",
    "indicator",
    "narrativeSection",
    "broughtPaper",
  ],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      if (!facts.texts.isBegun(project)) return [notBegun(project)];
      const about = { subjects: [ofProject(project)] };
      return [
        ...blanksOf(facts, project).map((field) => ({
          ...about,
          figures: { field },
          message: `“${field}”未填写。`,
          remedy: "请在项目中补填后再定稿、导出。",
          aspect: field,
        })),
        ...wrongDates(project),
        ...broughtOfYear(facts, project).flatMap((paper) => ofBrought(project, paper)),
        ...facts.texts
          .indicatorsOf(project.id)
          .filter(({ valueText }) => valueText.trim() === "")
          .map((indicator) => ({
            subjects: ofBoth(project, indicator),
            figures: { field: indicator.name },
            message: `指标“${indicator.name}”的年度指标值未填写。`,
            remedy: "请填写指标值，或作废这条指标。",
          })),
      ];
    }),
});

/** What a paper of this year leaves blank, and days on which it differs. It is a record: the project is what is mended. */
function ofBrought(project: Project, paper: BroughtFact): readonly Hit[] {
  const about = { subjects: [ofProject(project)], severity: "warn" as const };
  const different = (["startDate", "endDate"] as const).flatMap((key) => {
    const [said, own, field] = [paper.dates[key], project[key], broughtFieldName(key)];
    if (said === undefined || own === null || said === own) return [];
    return {
      ...about,
      figures: { field, paper: paper.name, written: said, expected: own },
      message: `“${field}”在${paper.name}为${said}，在项目中为${own}。`,
      remedy: "请核对是哪一天，把错的一份改过来。",
      texts: [
        { paper: paper.name, place: field, text: said },
        { paper: "绩效目标申报表", place: field, text: own },
      ],
      aspect: `${paper.name}|${key}`,
    };
  });
  return [
    ...paper.blanks.map((field) => ({
      ...about,
      figures: { field, paper: paper.name },
      message: `${paper.name}的“${field}”未填写。`,
      remedy: "请确认项目中已经补填，并以账本打印的为准。",
      texts: [{ paper: paper.name, place: field, text: "" }],
      aspect: `${paper.name}|${field}`,
    })),
    ...different,
  ];
}

const notBegun = (project: Project): Hit => ({
  subjects: [ofProject(project)],
  figures: {},
  severity: "hint",
  message: `项目${project.name}的绩效目标、绩效指标和情况说明都还没有填写。`,
  remedy: "请在项目中填写；下一年度的项目可以从上一年度结转。",
  aspect: "notBegun",
});

function blanksOf(facts: Facts, project: Project): readonly string[] {
  const template = templateOfProject(facts, project);
  const day = paperDay(project);
  const unitName = (id: Project["departmentUnitId"]) => (id === null ? "" : facts.ownUnits.nameOn(id, day));
  const paper = {
    project,
    departmentName: unitName(project.departmentUnitId),
    implementingName: unitName(project.implementingUnitId),
    funding: [],
    budgetLines: [],
    indicators: [],
    economicNames: new Map<string, string>(),
  };
  const sections = facts.texts.sectionsOf(project.id);
  const hasText = sections.some(({ body }) => body.trim() !== "");
  return [
    ...(template === undefined ? [] : missingFields(paper, template)),
    ...(facts.budget.fundingOf(project.id).some(({ scope }) => scope === "annual")
      ? []
      : ["年度资金申请总额"]),
    ...(facts.texts.indicatorsOf(project.id).length === 0 ? ["绩效指标"] : []),
    ...sections
      .filter(({ body }) => hasText && body.trim() === "")
      .map(({ heading }) => `情况说明：${heading}`),
  ];
}

function wrongDates(project: Project): readonly Hit[] {
  const { startDate, endDate, fiscalYear } = project;
  if (startDate === null || endDate === null) return [];
  const figures = { startDate, endDate, year: fiscalYear };
  const about = {
    subjects: [ofProject(project)],
    figures,
    remedy: "请改正计划开始日期、计划完成日期。",
    aspect: "dates",
  };
  if (endDate < startDate)
    return [{ ...about, message: `计划完成日期${endDate}早于计划开始日期${startDate}。` }];
  if (yearOf(startDate) <= fiscalYear && fiscalYear <= yearOf(endDate)) return [];
  return [{ ...about, message: `预算年度${fiscalYear}不在计划期${startDate}至${endDate}之内。` }];
}
