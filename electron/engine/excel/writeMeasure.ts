import type { Form } from "#shared/forms/form.ts";
import type { Measure } from "#shared/forms/heights.ts";
import type { Advance } from "#shared/forms/lines.ts";
import { looks } from "#shared/forms/styles.ts";

/** Excel at 96 dpi gives a column 7 pixels for each character of its width. */
const pointsPerCharacter = 5.25;

/**
 * How wide text comes out is not known before the workbook is opened: with 宋体 Latin letters are half as wide as Chinese
 * characters, with what stands in for it up to nine tenths. Rows are reckoned for the wider of the two, and 3 % are
 * added because a printer breaks lines differently from the screen.
 */
const spare = 1.03;
const wideLatin = new Set("mwMW@%&");
const narrowLatin = new Set(" ijltfr.,:;!|'()[]-");

function latinWidth(char: string): number {
  if (wideLatin.has(char)) return 0.92;
  if (narrowLatin.has(char)) return 0.5;
  return char >= "A" && char <= "Z" ? 0.74 : 0.55;
}

const latinWidths: readonly number[] = Array.from({ length: 0x80 }, (_, code) =>
  latinWidth(String.fromCharCode(code)),
);

const advanceOf =
  (weight: number): Advance =>
  (codePoint) =>
    (latinWidths[codePoint] ?? 1) * weight;

const regular = advanceOf(spare);
const bold = advanceOf(spare * 1.05);

export const excelMeasure = (form: Form): Measure => ({
  advance: (style) => (looks[style].bold ? bold : regular),
  fontScale: 1,
  // 宋体 needs 1.29, the Noto fonts that stand in for it elsewhere 1.45.
  lineHeight: 1.45,
  padX: 2.6,
  padY: 2.5,
  columnWidths: form.columns.map(({ width }) => width * pointsPerCharacter),
});
