import type { Form } from "#shared/forms/form.ts";
import { cellName, placeCells } from "#shared/forms/grid.ts";
import { type MissingCharacter, missingDetails, missingMark } from "#shared/forms/missingCharacters.ts";
import { looks } from "#shared/forms/styles.ts";
import { printValue } from "#shared/forms/values.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { type Fonts, fontFor } from "./fonts.ts";

/** A character that the embedded font cannot show, with the place and the text it is in. */
export type MissingGlyph = Readonly<{ place: string; text: string; char: string }>;

type Placed = Readonly<{ place: string; text: string; has: (codePoint: number) => boolean }>;

/** Finds every character of a form that its font lacks, before anything is written; each once for a cell. */
export const missingGlyphs = (form: Form, fonts: Fonts): readonly MissingGlyph[] =>
  missingIn(
    placeCells(form).flatMap((cells) =>
      cells.map(({ row, column, cell }) => ({
        place: cellName(row, column),
        text: printValue(cell.value),
        has: fontFor(fonts, looks[cell.style]).has,
      })),
    ),
  );

/** The same of any texts, each with the place it is named by. */
export const missingIn = (texts: readonly Placed[]): readonly MissingGlyph[] =>
  texts.flatMap(({ place, text, has }) =>
    [...new Set([...text].filter((char) => !isShown(char, has)))].map((char) => ({ place, text, char })),
  );

const isShown = (char: string, has: (codePoint: number) => boolean): boolean =>
  char === "\n" || char === "\r" || has(char.codePointAt(0) ?? 0);

/** The text as it can be printed. */
export const withMarks = (text: string, has: (codePoint: number) => boolean): string =>
  [...text].every((char) => isShown(char, has))
    ? text
    : [...text].map((char) => (isShown(char, has) ? char : missingMark)).join("");

/** "“𠮷”（U+20BB7，B7：上海𠮷祥…）", for a message. */
const describeMissing = ({ place, text, char }: MissingGlyph): string =>
  `“${char}”（${codeOf(char)}，${place}：${beginning(text)}）`;

const codeOf = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

function beginning(text: string): string {
  const chars = [...text];
  return `${chars.slice(0, 16).join("")}${chars.length > 16 ? "…" : ""}`;
}

/** Each character once, with all its places. */
const byCharacter = (missing: readonly MissingGlyph[]): readonly MissingCharacter[] =>
  [...new Set(missing.map(({ char }) => char))].map((char) => ({
    char,
    code: codeOf(char),
    places: missing
      .filter((found) => found.char === char)
      .map(({ place, text }) => ({ place, text: beginning(text) })),
  }));

/** Says which characters cannot be printed, where they stand and what to do. */
export function missingError(title: string, missing: readonly MissingGlyph[]): UserError {
  const first = missing.slice(0, 5).map(describeMissing).join("、");
  return new UserError({
    code: "refused",
    message: `《${title}》中有 PDF 字体没有的字：${first}${missing.length > 5 ? `等${missing.length}处` : ""}。`,
    hint: `请改用 Excel 或 Word 导出，或改写这些字；也可以确认后以“${missingMark}”代替。`,
    details: missingDetails(byCharacter(missing)),
  });
}
