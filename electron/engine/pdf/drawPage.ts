import { lineHeightOf, type Measure } from "#shared/forms/heights.ts";
import { textWidth } from "#shared/forms/lines.ts";
import { inks, type Look, looks, shade } from "#shared/forms/styles.ts";
import { isFigure } from "#shared/forms/values.ts";
import { type Fonts, fontFor } from "./fonts.ts";
import type { Box } from "./layPage.ts";
import { withMarks } from "./missingGlyphs.ts";
import type { Sheet } from "./pdfMeasure.ts";

type Pdf = PDFKit.PDFDocument;

const lineWidth = 0.6;
/** Top of a Chinese character above the baseline, in parts of the font size; its foot is 0.12 below. */
const characterTop = 0.88;
const footerSize = 9;
/** Digits of figures are half as wide as a Chinese character, as 宋体 has them, so that they stand below each other. */
const figureAdvance = 0.5;
const onBaseline = { lineBreak: false, baseline: "alphabetic" } as const;

/** Draws the cells of one page: shading, then lines, then text over both. */
export function drawPage(
  pdf: Pdf,
  boxes: readonly Box[],
  sheet: Sheet,
  measure: Measure,
  fonts: Fonts,
): void {
  for (const { placed, x, y, width, height } of boxes) {
    if (!looks[placed.cell.style].shaded) continue;
    pdf.rect(sheet.left + x, sheet.top + y, width, height).fill(`#${shade}`);
  }
  const bordered = boxes.filter(({ placed }) => looks[placed.cell.style].bordered);
  // One stroke for all: lines that two cells share are drawn once and stay thin.
  for (const { x, y, width, height } of bordered) pdf.rect(sheet.left + x, sheet.top + y, width, height);
  if (bordered.length > 0) pdf.lineWidth(lineWidth).stroke("#000000");
  for (const box of boxes) drawText(pdf, box, sheet, measure, fonts);
}

function drawText(pdf: Pdf, box: Box, sheet: Sheet, measure: Measure, fonts: Fonts): void {
  if (box.lines.length === 0) return;
  const { style } = box.placed.cell;
  const look = looks[style];
  const font = fontFor(fonts, look);
  const lineHeight = lineHeightOf(style, measure);
  const room = box.width - 2 * measure.padX;
  const figure = isFigure(box.placed.cell.value);
  pdf.font(font.name).fillColor(`#${inks[look.ink]}`);
  box.lines.forEach((line, index) => {
    const text = withMarks(line, font.has);
    if (text.trim() === "") return;
    const ems = figure ? text.length * figureAdvance : textWidth(text, font.advance);
    // A figure never breaks: in a column too narrow it is set smaller.
    const size = Math.min(look.size * measure.fontScale, room / ems);
    const top = sheet.top + box.textY + index * lineHeight;
    const baseline = top + (lineHeight - size) / 2 + characterTop * size;
    const x = sheet.left + box.x + measure.padX + indent(look, room - ems * size);
    pdf.fontSize(size).text(text, x, baseline, { ...onBaseline, ...(figure ? { features: ["hwid"] } : {}) });
  });
}

function indent({ align }: Look, spare: number): number {
  switch (align) {
    case "left":
      return 0;
    case "centre":
      return spare / 2;
    case "right":
      return spare;
  }
}

export function drawFooter(pdf: Pdf, page: number, pages: number, sheet: Sheet, fonts: Fonts): void {
  const text = `第 ${page} 页，共 ${pages} 页`;
  const width = textWidth(text, fonts.song.advance) * footerSize;
  const baseline = sheet.height - sheet.top / 2;
  pdf.font(fonts.song.name).fontSize(footerSize).fillColor("#000000");
  pdf.text(text, (sheet.width - width) / 2, baseline, onBaseline);
}

/** Above the type area at the right, on every page but the first. */
export function drawContinued(pdf: Pdf, text: string, sheet: Sheet, fonts: Fonts): void {
  const printed = withMarks(text, fonts.song.has);
  const width = textWidth(printed, fonts.song.advance) * footerSize;
  pdf.font(fonts.song.name).fontSize(footerSize).fillColor("#000000");
  pdf.text(printed, sheet.left + sheet.contentWidth - width, sheet.top * 0.7, onBaseline);
}
