import { tagsIn, withoutTags } from "./tags.ts";

/** What a form or a web page left in a text that its writer should have taken out. */
export type Residue = Readonly<{ kind: "placeholder" | "instruction" | "tag" | "quotes"; text: string }>;

/**
 * Blanks to be filled in, as templates mark them. A single × is a multiplication, XX inside a word or a number is a
 * code, and 二○○八 is a year.
 */
const placeholders = [
  /(?<![A-Za-z0-9])[Xx]{1,4}年/g,
  /(?<![A-Za-z0-9])[Xx]{2,}(?![A-Za-z0-9年])/g,
  /×{2,}/g,
  /\{[^{}\n]{1,12}\}/g,
  /某某/g,
  /待填(?!报)|待定(?!级)|请填写|（[待略]）|\([待略]\)/g,
  /(?<![二〇○])[○〇]{2,}/g,
] as const;

/**
 * Words with which the official template of the 项目经费情况说明 says what to write under each heading.
 * “详见单位的项目绩效目标表” is not among them: it is what stands there when the paper is done.
 */
const instructions = [
  /说明项目的总体情况[^。\n]*/g,
  /说明立项依据的文件名称[^。\n]*/g,
  /列举具体实施项目的各个责任主体[^。\n]*/g,
  /说明项目实施的具体工作方案[^。\n]*/g,
  /说明项目实施的周期[^。\n]*/g,
  /说明项目年度财政资金预算安排金额[^。\n]*/g,
  /包括总目标、年度目标、分解目标[^。\n]*/g,
] as const;

/** Nearly every text is clean, and one look says so. */
const anyMark = new RegExp([...placeholders, ...instructions].map(({ source }) => source).join("|"));

/** Quote marks of a spreadsheet cell around a whole text, not those of a quotation. */
const wrapped = /^"([^"]*)"$/s;

/** `ownInstructions`: what an office's own form says is to be written, word for word. */
export function residuesIn(text: string, ownInstructions: readonly string[] = []): readonly Residue[] {
  const found = (kind: Residue["kind"], patterns: readonly RegExp[]): readonly Residue[] =>
    patterns.flatMap((pattern) => (text.match(pattern) ?? []).map((match) => ({ kind, text: match })));
  const marks = anyMark.test(text)
    ? [...found("placeholder", placeholders), ...found("instruction", instructions)]
    : [];
  const own = ownInstructions.filter(
    (words) => text.includes(words) && !marks.some((mark) => mark.text.includes(words)),
  );
  return [
    ...marks,
    ...own.map((words) => ({ kind: "instruction" as const, text: words })),
    ...tagsIn(text).map((match) => ({ kind: "tag" as const, text: match })),
    ...(wrapped.test(text.trim()) ? [{ kind: "quotes" as const, text: "首尾引号" }] : []),
  ];
}

/** The text without what a program can take out for sure: tags and wrapping quote marks. */
export const withoutWrapping = (text: string): string =>
  withoutTags(text.trim().replace(wrapped, "$1")).trim();
