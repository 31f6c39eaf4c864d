import type { BroughtFact } from "../../filings/paperOfBrought.ts";
import type { IsoDate } from "../../kernel/dates.ts";
import type { Project } from "../../model/project.ts";
import { isShortFor, withoutQuotations } from "../../text/namesIn.ts";
import { type Paper, type PaperField, paperFieldNames } from "../../text/paper.ts";
import { plainName } from "../../text/plainName.ts";
import type { Facts } from "../facts.ts";
import { defineRule, type Hit } from "../rule.ts";
import { ofProject } from "../words.ts";
import { isOfYear } from "./about.ts";

export const perf01Names = defineRule({
  id: "PERF-01",
  name: "名称/单位不一致",
  area: "绩效",
  severity: "block",
  description:
    "项目名称、主管部门、实施单位在情况说明、已定稿的申报表、带入的材料、合同甲方中写得不一样，又不是当日有效的名称或曾用名。",
  basis: "预算绩效目标管理要求：同一项目各份材料的名称、单位应当一致；单位更名按生效日期",
  reads: [
    "project",
    "projectName",
    "ownUnit",
    "ownUnitName",
    "narrativeSection",
    "contract",
    "filingVersion",
    "broughtPaper",
  ],
  params: {},
  check: (facts, _params, { projects }) =>
    projects.flatMap((project) => {
      const { texts } = facts;
      const others = [
        texts.narrativeOf(project),
        ...texts.handedInOf(project),
        ...texts.contractsOf(project),
      ];
      return [
        ...others.flatMap((paper) => [
          ...paper.fields.flatMap((field) => wrongName(facts, project, paper, field)),
          ...formerNames(facts, project, paper),
        ]),
        ...texts.broughtOf(project).flatMap((paper) => ofBrought(facts, project, paper)),
      ];
    }),
});

/** What the statement now says as well was found there; a paper of another year is a paper that stands. */
function ofBrought(facts: Facts, project: Project, paper: BroughtFact): readonly Hit[] {
  const known = facts.texts.narrativeOf(project).fields;
  const fields = paper.fields.filter(
    ({ key, text }) =>
      paper.kind !== "narrative" || !known.some((field) => field.key === key && field.text === text),
  );
  return fields
    .flatMap((field) => wrongName(facts, project, paper, field))
    .map((hit) => (isOfYear(paper, project) ? hit : { ...hit, severity: "hint" as const }));
}

function wrongName(facts: Facts, project: Project, paper: Paper, { key, text }: PaperField): readonly Hit[] {
  const names = validNames(facts, project, key, paper.day);
  const [first] = names;
  if (first === undefined || text === "") return [];
  const isKnown = names.some((name) => plainName(name) === plainName(text));
  // A narrative says 街道城运中心 where a form has the whole name.
  if (isKnown || (paper.sections.length > 0 && names.some((name) => isShortFor(text, name)))) return [];
  const field = paperFieldNames[key];
  const own = key === "partyName" ? "项目的主管部门、实施单位" : "绩效目标申报表";
  return [
    {
      subjects: [ofProject(project)],
      figures: { field, paper: paper.name, written: text, expected: names.join("、") },
      message: `“${field}”在${paper.name}为“${text}”，在${own}为“${names.join("”、“")}”。`,
      texts: [
        { paper: paper.name, place: field, text },
        { paper: own, place: field, text: names.join("、") },
      ],
      remedy:
        key === "projectName"
          ? "请改成同一名称；项目确实改过名的，在项目的曾用名中写明起止日期。"
          : "请改成同一名称；单位确实更过名的，在设置的本单位名称中写明起止日期。",
      aspect: `${paper.name}|${key}|${text}`,
    },
  ];
}

/** Names that count on a day; all there ever were where none was in force. */
function validNames(
  { ownUnits, rows }: Facts,
  project: Project,
  key: PaperField["key"],
  day: IsoDate,
): readonly string[] {
  const unit = (id: Project["departmentUnitId"]): readonly string[] =>
    id === null ? [] : [ownUnits.nameOn(id, day)];
  switch (key) {
    case "projectName":
      return [project.name, ...earlierNames(rows.projectName, project, day)];
    case "departmentName":
      return unit(project.departmentUnitId);
    case "implementingName":
      return unit(project.implementingUnitId);
    case "partyName":
      return [...unit(project.departmentUnitId), ...unit(project.implementingUnitId)];
  }
}

const earlierNames = (
  rows: Facts["rows"]["projectName"],
  project: Project,
  day: IsoDate,
): readonly string[] =>
  rows
    .filter(({ projectId, validFrom, validTo }) => {
      const counts = (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
      return projectId === project.id && counts;
    })
    .map(({ name }) => name);

/** Own units that a narrative calls by a name they do not have on its day; quotations and “原…” may. */
function formerNames(facts: Facts, project: Project, { name: paper, day, sections }: Paper): readonly Hit[] {
  const text = withoutQuotations(sections.map((section) => section.text).join("\n"));
  const [units, names] = [facts.rows.ownUnit, facts.rows.ownUnitName];
  return names.flatMap(({ ownUnitId, name }) => {
    const unit = units.find(({ id }) => id === ownUnitId);
    if (unit === undefined || facts.ownUnits.hasName(unit, name, day)) return [];
    const at = text.indexOf(name);
    const valid = facts.ownUnits.nameOn(unit.id, day);
    // The carrying unit has its own check.
    const isCarrier = facts.texts
      .narrativeOf(project)
      .fields.some(({ key, text: carrier }) => key === "implementingName" && carrier === name);
    if (at < 0 || text[at - 1] === "原" || valid.includes(name) || isCarrier) return [];
    return {
      subjects: [ofProject(project)],
      figures: { field: "单位名称", paper, written: name, expected: valid },
      message: `${paper}中的“${name}”当时已不是本单位的名称，应为“${valid}”。`,
      remedy: "请改成当时有效的名称；名称的起止日期在设置的本单位中。",
      aspect: `${paper}|unit|${name}`,
    };
  });
}
