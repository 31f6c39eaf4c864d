import type { Form, Page } from "#shared/forms/form.ts";
import { fitToWidth, type Measure } from "#shared/forms/heights.ts";
import { looks } from "#shared/forms/styles.ts";
import { type Fonts, fontFor } from "./fonts.ts";

/** Points; 72 to an inch. */
export type Sheet = Readonly<{
  width: number;
  height: number;
  top: number;
  left: number;
  contentWidth: number;
  contentHeight: number;
}>;

const pointsPerMillimetre = 72 / 25.4;
const a4 = { short: 210, long: 297 } as const;

export function sheetOf({ orientation, margins }: Page): Sheet {
  const [width, height] = orientation === "portrait" ? [a4.short, a4.long] : [a4.long, a4.short];
  return {
    width: width * pointsPerMillimetre,
    height: height * pointsPerMillimetre,
    top: margins.top * pointsPerMillimetre,
    left: margins.left * pointsPerMillimetre,
    contentWidth: (width - margins.left - margins.right) * pointsPerMillimetre,
    contentHeight: (height - margins.top - margins.bottom) * pointsPerMillimetre,
  };
}

/** Columns share out the page, and letters shrink with them. */
export function pdfMeasure(form: Form, fonts: Fonts): Measure {
  const { contentWidth } = sheetOf(form.page);
  const characters = form.columns.reduce((sum, { width }) => sum + width, 0);
  const pointsEach = contentWidth / characters;
  const fontScale = fitToWidth(pointsEach);
  return {
    advance: (style) => fontFor(fonts, looks[style]).advance,
    fontScale,
    lineHeight: 1.4,
    padX: 4 * fontScale,
    padY: 2.6 * fontScale,
    columnWidths: form.columns.map(({ width }) => width * pointsEach),
  };
}
