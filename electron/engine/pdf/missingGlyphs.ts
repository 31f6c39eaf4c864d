import type { Form } from "#shared/forms/form.ts";
import { cellName, placeCells } from "#shared/forms/grid.ts";
import { looks } from "#shared/forms/styles.ts";
import { printValue } from "#shared/forms/values.ts";
import { type Fonts, fontFor } from "./fonts.ts";

/** A character that the embedded font cannot show, with the cell and the text it is in. */
export type MissingGlyph = Readonly<{ cell: string; text: string; char: string }>;

/** What stands for a character that is missing, as in Chinese print. */
export const missingMark = "〓";

/** Finds every character of a form that its font lacks, before anything is written; each once for a cell. */
export const missingGlyphs = (form: Form, fonts: Fonts): readonly MissingGlyph[] =>
  placeCells(form).flatMap((cells) =>
    cells.flatMap(({ row, column, cell }) => {
      const text = printValue(cell.value);
      const { has } = fontFor(fonts, looks[cell.style]);
      const chars = new Set([...text].filter((char) => !isShown(char, has)));
      return [...chars].map((char) => ({ cell: cellName(row, column), text, char }));
    }),
  );

const isShown = (char: string, has: (codePoint: number) => boolean): boolean =>
  char === "\n" || char === "\r" || has(char.codePointAt(0) ?? 0);

/** The text as it can be printed. */
export const withMarks = (text: string, has: (codePoint: number) => boolean): string =>
  [...text].every((char) => isShown(char, has))
    ? text
    : [...text].map((char) => (isShown(char, has) ? char : missingMark)).join("");

/** "“𠮷”（U+20BB7，B7：上海𠮷祥…）", for a message. */
export function describeMissing({ cell, text, char }: MissingGlyph): string {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const chars = [...text];
  return `“${char}”（U+${code}，${cell}：${chars.slice(0, 16).join("")}${chars.length > 16 ? "…" : ""}）`;
}
