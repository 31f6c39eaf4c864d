import { templates } from "../forms/templates/templates.ts";
import type { BroughtField, ReadAmount, ReadKind } from "./brought.ts";

/** Labels are broken by narrow cells, and end in colons or not: 项目资金 (元) is 项目资金(元). */
export const plainLabel = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[:：]$/, "");

/** What stands left of its value. */
const fieldLabels: Readonly<Record<string, BroughtField>> = {
  项目名称: "name",
  项目类别: "category",
  项目性质: "nature",
  主管部门: "departmentName",
  实施单位: "implementingName",
  项目单位: "implementingName",
  计划开始日期: "startDate",
  计划完成日期: "endDate",
  计划结束日期: "endDate",
};

export const fieldOf = (text: string): BroughtField | undefined => fieldLabels[plainLabel(text)];

type Amount = Readonly<{ scope: ReadAmount["scope"] | null; kind: ReadAmount["kind"] }>;

/** `scope` is null where the label stands in both halves of the block: the place decides. */
const amountLabels: Readonly<Record<string, Amount>> = {
  项目资金总额: { scope: "total", kind: "sum" },
  年度资金申请总额: { scope: "annual", kind: "sum" },
  年度资金总额: { scope: "annual", kind: "sum" },
  财政资金: { scope: "total", kind: "fiscal" },
  当年财政拨款: { scope: "annual", kind: "currentAppropriation" },
  上年结转资金: { scope: "annual", kind: "carryOver" },
  其他资金: { scope: null, kind: "other" },
};

export const amountOf = (text: string): Amount | undefined =>
  amountLabels[plainLabel(text).replace(/^其中[:：]?/, "")];

/** 项目总目标(2022年-2022年), 年度总体目标. */
export function goalOf(text: string): "overallGoal" | "annualGoal" | undefined {
  const plain = plainLabel(text);
  if (/^项目总(?:体)?目标(?:\(.*\))?$/.test(plain)) return "overallGoal";
  return /^年度总(?:体)?目标(?:\(.*\))?$/.test(plain) ? "annualGoal" : undefined;
}

/** Labels of whole blocks; a narrow cell may have torn them over several lines. */
const blocks = ["项目绩效目标", "绩效指标"];
const isTorn = (plain: string, block: string): boolean =>
  plain.length >= 2 && (block.startsWith(plain) || block.endsWith(plain));

export const isBlockLabel = (text: string): boolean => {
  const plain = plainLabel(text);
  return blocks.some((block) => isTorn(plain, block)) || /^项目资金(?:\(.+\))?$/.test(plain);
};

export const isLabel = (text: string): boolean =>
  fieldOf(text) !== undefined ||
  amountOf(text) !== undefined ||
  goalOf(text) !== undefined ||
  isBlockLabel(text);

const levels = templates.flatMap(({ targets }) => targets.indicators.levels);

export const isLevel1 = (text: string): boolean => levels.some(({ level1 }) => level1 === plainLabel(text));

/** The first levels a second level is known under, in the order of the forms. */
export const homesOf = (level2: string): readonly string[] => [
  ...new Set(levels.filter((level) => level.level2.includes(level2)).map(({ level1 }) => level1)),
];

export const isLevel2 = (text: string): boolean => homesOf(plainLabel(text)).length > 0;

/** The heading of the table of indicators. */
export const isIndicatorHeading = (cells: readonly string[]): boolean =>
  ["一级指标", "三级指标"].every((label) => cells.some((cell) => plainLabel(cell) === label));

type Known = Readonly<{ kind: ReadKind; name: string }>;

/** Titles by which a paper begins. Those of other papers are known so that they are not taken for a part of one. */
const titles: readonly Readonly<{ pattern: RegExp; kind: ReadKind }>[] = [
  { pattern: /绩效目标申报表$/, kind: "targets" },
  { pattern: /绩效目标填报表$/, kind: "targetsFill" },
  { pattern: /经费情况说明$/, kind: "narrative" },
  {
    pattern: /(?:自评表|监控表|明细表|执行情况表|付款计划表|核对表|台账|审批单|粘贴单)$/,
    kind: "other",
  },
];

const longestTitle = 60;

export function titleOf(text: string): Known | undefined {
  const plain = plainLabel(text);
  if (plain.length > longestTitle || /[。；;，,]/.test(plain)) return undefined;
  const found = titles.find(({ pattern }) => pattern.test(plain));
  return found && { kind: found.kind, name: plain };
}

/** （2022年度） */
export function yearIn(text: string): number | undefined {
  const year = /^\(?(\d{4})年度?\)?$/.exec(plainLabel(text))?.[1];
  return year === undefined ? undefined : Number(year);
}

/** — 1 —, 第1页, and the mark of a table that goes on: of the paper's pages, not of what it says. */
export function pageMarkOf(text: string): "页码" | "续表标记" | undefined {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  if (/^(?:[-—–]\d{1,3}[-—–]|第\d{1,3}页(?:[,/]?共\d{1,3}页)?)$/.test(plain)) return "页码";
  return /^.{0,60}\(续表?\)$/.test(plain) ? "续表标记" : undefined;
}

/** 一、项目概述 */
export function headingOf(text: string): string | undefined {
  const plain = text.replace(/\s/g, "");
  const heading = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．](.{2,20})$/.exec(plain)?.[1];
  return heading === undefined || /[。；;，,]/.test(heading) ? undefined : heading.replace(/[:：]$/, "");
}

export const knownHeadings: readonly string[] = [
  ...new Set(templates.flatMap(({ narrative }) => narrative.headings.map(({ heading }) => heading))),
];
