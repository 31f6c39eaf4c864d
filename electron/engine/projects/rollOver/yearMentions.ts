import type { YearMention } from "#shared/api/rollOver.ts";
import type { ProjectRows } from "./projectRows.ts";

/** A text of a project: where it stands, in words and for the machine. */
export type YearText = Readonly<{ key: string; place: string; text: string }>;

/** The texts that speak of the year the money is for; documents that were issued keep their years. */
export const yearTexts = ({ project, sections, lines, indicators }: ProjectRows): readonly YearText[] =>
  [
    { key: "name", place: "项目名称", text: project.name },
    { key: "overallGoal", place: "项目总目标", text: project.overallGoal },
    { key: "annualGoal", place: "年度总目标", text: project.annualGoal },
    ...sections.map(({ id, heading, body }) => ({
      key: `body ${id}`,
      place: `情况说明：${heading}`,
      text: body,
    })),
    ...lines.flatMap(({ id, name, basis }) => [
      { key: `line ${id}`, place: "预算明细", text: name },
      { key: `basis ${id}`, place: `测算依据：${name}`, text: basis },
    ]),
    ...indicators.flatMap(({ id, name, valueText }) => [
      { key: `indicator ${id}`, place: "绩效指标", text: name },
      { key: `value ${id}`, place: `指标值：${name}`, text: valueText },
    ]),
  ].filter(({ text }) => text !== "");

const around = 14;

/** Where a year stands in the texts of a project, and what speaks against moving it on. */
export function yearMentions(
  texts: readonly YearText[],
  year: number,
  moved: readonly string[] | null,
): readonly YearMention[] {
  return texts.flatMap(({ key, place, text }) =>
    [...text.matchAll(new RegExp(`(?<!\\d)${year}(?!\\d)`, "g"))].map(({ index }) => {
      const id = `${key}#${index}`;
      const doubt = doubtOf(text, index);
      return {
        id,
        place,
        before: text.slice(Math.max(0, index - around), index),
        year: String(year),
        after: text.slice(index + 4, index + 4 + around),
        doubt,
        move: moved === null ? doubt === "" : moved.includes(id),
      };
    }),
  );
}

function doubtOf(text: string, index: number): string {
  const before = text.slice(0, index);
  if (/[〔[【（(]$/.test(before) && /^\d{4}[〕\]】）)]/.test(text.slice(index))) return "像是文号";
  if (before.lastIndexOf("《") > before.lastIndexOf("》")) return "在书名号里";
  if (/(截至|截止|自|从|始于)$/.test(before)) return "像是起止时间";
  return "";
}

/** Moves the chosen mentions of a text on by a year. */
export function movedText(key: string, text: string, mentions: readonly YearMention[]): string {
  const places = mentions.filter(({ id, move }) => move && id.startsWith(`${key}#`));
  return places.reduce((done, { id, year }) => {
    const at = Number(id.slice(key.length + 1));
    return `${done.slice(0, at)}${Number(year) + 1}${done.slice(at + 4)}`;
  }, text);
}
