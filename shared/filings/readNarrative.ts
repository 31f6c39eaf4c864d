import type { ReadSection, Remark } from "./brought.ts";
import type { Account, FilledCell } from "./cells.ts";
import { cleanText, inferred, joinLines, unsure } from "./cleaning.ts";
import { headingOf, knownHeadings, pageMarkOf } from "./labels.ts";
import type { SourceFormat } from "./source.ts";

type Open = { heading: string; lines: string[]; cells: FilledCell[] };

/** The sections of a 项目经费情况说明 in the order in which they stand. */
export function readNarrative(
  account: Account,
  range: Readonly<{ fromLine: number; toLine: number }>,
  format: SourceFormat,
): readonly ReadSection[] {
  const sections: Open[] = [];
  for (let line = range.fromLine; line <= range.toLine; line += 1) {
    const cells = account.filled(line);
    const text = cells.map((cell) => cell.text.trim()).join(format === "pdf" ? "" : " ");
    if (text === "") continue;
    const heading = headingOf(text);
    const mark = pageMarkOf(text);
    const open = sections.at(-1);
    if (heading !== undefined) {
      for (const cell of cells) account.use(cell, `标题 ${heading}`);
      sections.push({ heading, lines: [], cells: [] });
    } else if (mark !== undefined) {
      for (const cell of cells) account.leave(cell, mark);
    } else if (open === undefined) {
      for (const cell of cells) account.leave(cell, "在第一个标题之前");
    } else {
      for (const cell of cells) account.use(cell, open.heading);
      open.cells.push(...cells);
      open.lines.push(text);
    }
  }
  return sections.map((section) => sectionOf(section, format));
}

function sectionOf({ heading, lines, cells }: Open, format: SourceFormat): ReadSection {
  const written = joinLines(lines, format);
  const { text, remarks } = cleanText(written);
  const more: Remark[] = [];
  if (!knownHeadings.includes(heading)) more.push(unsure("表式里没有这个标题"));
  if (written === "") more.push(unsure("这个标题下面没有文字"));
  if (format === "pdf" && lines.length > 0) more.push(inferred("PDF 的折行已接成段落"));
  const at = cells.map(({ line, cell }) => ({ line, cell }));
  return { heading, text, written, at, remarks: [...remarks, ...more] };
}
