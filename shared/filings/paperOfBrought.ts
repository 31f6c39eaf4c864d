import { cents } from "../kernel/cents.ts";
import { type IsoDate, isoDate } from "../kernel/dates.ts";
import { projectNamesIn, responsibleIn } from "../text/namesIn.ts";
import {
  type Paper,
  type PaperAmount,
  type PaperField,
  type PaperFieldKey,
  type PlacedWords,
  plainHeading,
} from "../text/paper.ts";
import type { BroughtField, ReadAmount, ReadPaper } from "./brought.ts";

/** A paper that was brought in, as rules compare it. */
export type BroughtFact = Paper &
  Readonly<{
    kind: ReadPaper["kind"];
    /** Labels that stand there without a value. */
    blanks: readonly string[];
    /** Every text as it stood, with where. */
    texts: readonly PlacedWords[];
    dates: Readonly<Partial<Record<"startDate" | "endDate", IsoDate>>>;
    money: readonly Pick<ReadAmount, "scope" | "kind" | "label" | "written" | "cents">[];
  }>;

const nameKeys: Readonly<Partial<Record<BroughtField, PaperFieldKey>>> = {
  name: "projectName",
  departmentName: "departmentName",
  implementingName: "implementingName",
};

const fieldNames: Readonly<Record<BroughtField, string>> = {
  name: "项目名称",
  category: "项目类别",
  nature: "项目性质",
  departmentName: "主管部门",
  implementingName: "实施单位",
  startDate: "计划开始日期",
  endDate: "计划完成日期",
  overallGoal: "项目总目标",
  annualGoal: "年度总目标",
};

export const broughtFieldName = (key: BroughtField): string => fieldNames[key];

/** `day` is the project's, for a paper that says no year. */
export function paperOfBrought(paper: ReadPaper, day: IsoDate): BroughtFact {
  const { fiscalYear, fields, indicators, sections, amounts } = paper;
  const year = fiscalYear === null ? "" : `（${fiscalYear}年度）`;
  return {
    kind: paper.kind,
    name: `带入的${paper.name}${year}`,
    title: paper.title?.text || null,
    fiscalYear,
    day: fiscalYear === null ? day : isoDate(`${fiscalYear}-01-01`),
    fields: [...fields.flatMap(namesOf), ...sections.flatMap(namesInSection)],
    sections: sections.map(({ heading, text }) => ({ heading, text })),
    indicators,
    amounts: amounts.flatMap(totalsOf),
    blanks: [
      ...fields.filter(({ text }) => text === "").map(({ key }) => fieldNames[key]),
      ...(indicators ?? []).filter(({ valueText }) => valueText === "").map(({ name }) => `${name}的指标值`),
    ],
    texts: textsOf(paper),
    dates: Object.fromEntries(
      fields.flatMap(({ key, text }) =>
        (key === "startDate" || key === "endDate") && text !== "" ? [[key, isoDate(text)]] : [],
      ),
    ),
    money: amounts,
  };
}

const namesOf = ({ key, text }: ReadPaper["fields"][number]): readonly PaperField[] => {
  const name = nameKeys[key];
  return name === undefined || text === "" ? [] : [{ key: name, text }];
};

const namesInSection = ({ heading, text }: ReadPaper["sections"][number]): readonly PaperField[] => [
  ...projectNamesIn(text).map((name) => ({ key: "projectName" as const, text: name })),
  ...(plainHeading(heading) === "实施主体" ? responsibleIn(text) : []).map((name) => ({
    key: "implementingName" as const,
    text: name,
  })),
];

const totalsOf = ({ scope, kind, cents: found }: ReadAmount): readonly PaperAmount[] =>
  kind === "sum" && found !== null ? [{ key: scope, cents: cents(found) }] : [];

const textsOf = ({ fields, indicators, sections }: ReadPaper): readonly PlacedWords[] => [
  ...fields.map(({ key, written }) => ({ place: fieldNames[key], text: written })),
  ...(indicators ?? []).map(({ name }) => ({ place: `指标“${name}”`, text: name })),
  ...sections.map(({ heading, written }) => ({ place: heading, text: written })),
];
