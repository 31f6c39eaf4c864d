import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";

/**
 * One paper of a project, as far as papers can contradict each other: what the ledger holds now, a version that was
 * handed in, a contract, or a file that was brought in. Rules compare papers and do not ask where they came from.
 */
export type Paper = Readonly<{
  /** As messages call it: 情况说明, 绩效目标申报表（第2版）, 合同 HT-2022-01. */
  name: string;
  /** As it is printed; `null` where the ledger keeps none. */
  title: string | null;
  fiscalYear: number | null;
  /** The day on which the names in it are to be valid. */
  day: IsoDate;
  fields: readonly PaperField[];
  sections: readonly PaperSection[];
  /** `null` for a paper that has no such table. */
  indicators: readonly PaperIndicator[] | null;
  amounts: readonly PaperAmount[];
}>;

export type PaperFieldKey = "projectName" | "departmentName" | "implementingName" | "partyName";

export type PaperField = Readonly<{ key: PaperFieldKey; text: string }>;

export const paperFieldNames: Readonly<Record<PaperFieldKey, string>> = {
  projectName: "项目名称",
  departmentName: "主管部门",
  implementingName: "实施单位",
  partyName: "甲方",
};

export type PaperSection = Readonly<{ heading: string; text: string }>;

/** A text and where it stands on its paper: 年度总目标, 实施周期. */
export type PlacedWords = Readonly<{ place: string; text: string }>;

export type PaperIndicator = Readonly<{ level1: string; level2: string; name: string; valueText: string }>;

export type PaperAmount = Readonly<{ key: "annual" | "total"; cents: Cents }>;

/** The text under a heading such as 年度预算安排, with or without its number (六、); empty where there is none. */
export const sectionOf = ({ sections }: Pick<Paper, "sections">, heading: string): string =>
  sections.find((section) => plainHeading(section.heading) === heading)?.text.trim() ?? "";

/** "六、年度预算安排" is 年度预算安排. */
export const plainHeading = (heading: string): string =>
  heading.replace(/\s/g, "").replace(/^[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?/, "");
