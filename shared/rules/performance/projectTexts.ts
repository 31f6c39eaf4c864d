import type { Project } from "../../model/project.ts";
import { plainName } from "../../text/plainName.ts";
import type { Facts } from "../facts.ts";
import type { MendableTable, Subject } from "../finding.ts";
import { ofLine, ofProject } from "../words.ts";
import { broughtOfYear, ofIndicator } from "./about.ts";

/** One text of a project that is printed on its papers: where it stands, and how it can be changed. */
export type ProjectText = Readonly<{
  entity: MendableTable;
  id: string;
  field: string;
  text: string;
  /** "年度总目标", "情况说明：实施周期" */
  place: string;
  subject: Subject;
}>;

/** Every text of a project that goes on paper, blank ones left out. */
export function textsOf(facts: Facts, project: Project): readonly ProjectText[] {
  const own = ofProject(project);
  const place = <Row extends { id: string }>(
    entity: MendableTable,
    row: Row,
    fields: readonly (readonly [keyof Row & string, string])[],
    subject: Subject,
  ): readonly ProjectText[] =>
    fields.map(([field, name]) => ({
      entity,
      id: row.id,
      field,
      text: String(row[field]),
      place: name,
      subject,
    }));
  const projectFields = [
    ["name", "项目名称"],
    ["overallGoal", "项目总目标"],
    ["annualGoal", "年度总目标"],
  ] as const;
  const indicators = facts.texts.indicatorsOf(project.id);
  return [
    ...place("project", project, projectFields, own),
    ...facts.texts
      .sectionsOf(project.id)
      .flatMap((row) => place("narrativeSection", row, [["body", `情况说明：${row.heading}`]], own)),
    ...facts.texts.policiesOf(project.id).flatMap((row) =>
      place(
        "policyBasis",
        row,
        [
          ["title", `立项依据第${row.seq}项`],
          ["content", `立项依据第${row.seq}项内容`],
        ],
        own,
      ),
    ),
    ...indicators.flatMap((row) =>
      place(
        "indicator",
        row,
        [
          ["name", `第${row.seq}项指标的名称`],
          ["valueText", `指标“${row.name}”的值`],
          ["evidence", `指标“${row.name}”的设定依据`],
        ],
        ofIndicator(row),
      ),
    ),
    ...facts.budget.linesOf(project.id).flatMap((row) =>
      place(
        "budgetLine",
        row,
        [
          ["name", `预算明细第${row.seq}项`],
          ["basis", `${row.name}的测算依据`],
        ],
        ofLine(row),
      ),
    ),
  ].filter(({ text }) => text.trim() !== "");
}

/** A text on a paper of this year that was brought in. */
export type BroughtText = Readonly<{ project: Project; paper: string; place: string; text: string }>;

/** Those that the project does not say as well, word for word: what is wrong with them was found there. */
export function broughtTexts(facts: Facts, project: Project): readonly BroughtText[] {
  const papers = broughtOfYear(facts, project);
  if (papers.length === 0) return [];
  const own = new Set(textsOf(facts, project).map(({ text }) => plainName(text)));
  return papers.flatMap(({ name, texts }) =>
    texts
      .filter(({ text }) => text.trim() !== "" && !own.has(plainName(text)))
      .map(({ place, text }) => ({ project, paper: name, place, text })),
  );
}
