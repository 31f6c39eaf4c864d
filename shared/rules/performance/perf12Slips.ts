import type { Project } from "../../model/project.ts";
import { sectionOf } from "../../text/paper.ts";
import { borrowedWords, slipsIn, withoutSlips } from "../../text/slips.ts";
import type { Facts } from "../facts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofProject } from "../words.ts";
import { ofBoth } from "./about.ts";
import { type BroughtText, broughtTexts, textsOf } from "./projectTexts.ts";

export const perf12Slips = defineRule({
  id: "PERF-12",
  name: "疑似错别字/套用",
  area: "绩效",
  severity: "hint",
  description: "材料中有常见的错别字（例如“现行联系率”应为“先行联系率”），或指标里有别类项目的用语。",
  basis: "材料审核要求；“先行联系率”为“12345”热线考核指标",
  reads: ["project", "narrativeSection", "policyBasis", "indicator", "budgetLine", "broughtPaper"],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => [
      ...slips(facts, project),
      ...borrowed(facts, project),
      ...broughtTexts(facts, project).flatMap(ofBrought),
    ]),
});

function ofBrought({ project, paper, place, text }: BroughtText): readonly Hit[] {
  const found = slipsIn(text);
  if (found.length === 0) return [];
  const words = found.map(({ wrong, right }) => `“${wrong}”疑为“${right}”`).join("，");
  return [
    {
      subjects: [ofProject(project)],
      figures: { place, words: found.map(({ wrong }) => wrong).join("、"), paper },
      message: `${paper}中${words}（${place}）。`,
      remedy: "项目中已经改正的不必再管；请确认不再照原件报送。",
      texts: [{ paper, place, text }],
      aspect: `${paper}|${place}`,
    },
  ];
}

const slips = (facts: Facts, project: Project): readonly Hit[] =>
  textsOf(facts, project).flatMap(({ entity, id, field, text, place, subject }) => {
    const found = slipsIn(text);
    if (found.length === 0) return [];
    const words = found.map(({ wrong, right }) => `“${wrong}”疑为“${right}”`).join("，");
    return {
      subjects: [subject],
      figures: { place, words: found.map(({ wrong }) => wrong).join("、") },
      message: `${words}（${place}）。`,
      remedy: "可以一键改正；原文确实如此的，写明理由认可。",
      aspect: `${entity}|${id}|${field}`,
      mend: { entity, id, field, from: text, to: withoutSlips(text) },
    };
  });

function borrowed(facts: Facts, project: Project): readonly Hit[] {
  const context = [
    project.name,
    sectionOf(facts.texts.narrativeOf(project), "项目概述"),
    ...facts.budget.linesOf(project.id).map(({ name }) => name),
  ].join("\n");
  return facts.texts.indicatorsOf(project.id).flatMap((indicator) =>
    borrowedWords(indicator.name, context).map((word) => ({
      subjects: ofBoth(project, indicator),
      figures: { word },
      message: `指标“${indicator.name}”中的“${word}”像是别类项目的用语，疑为套用。`,
      remedy: "请换成与本项目有关的指标；确有这类对象的，写明理由认可。",
      aspect: word,
    })),
  );
}
