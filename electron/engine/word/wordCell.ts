import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  TableCell,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { FormFonts } from "#shared/forms/fonts.ts";
import type { PlacedCell } from "#shared/forms/grid.ts";
import { cellWidth, type Measure } from "#shared/forms/heights.ts";
import { textWidth } from "#shared/forms/lines.ts";
import { inks, type Look, looks, shade } from "#shared/forms/styles.ts";
import { isFigure, printValue } from "#shared/forms/values.ts";
import { fontNamed, halfPoints } from "./wordFile.ts";
import type { WordCell } from "./wordParts.ts";

const alignments = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

export const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
export const around = (line: typeof none | typeof thin) => ({
  top: line,
  right: line,
  bottom: line,
  left: line,
});

/** Twips at each side of a cell; of one whose figure hardly has room, less. */
export const cellPadding = 70;
const tightPadding = 20;

/** Parts of the font size: 宋体 has digits a half wide, what stands in for it somewhat more, and more again in bold. */
const lineAdvance = (line: string, { bold }: Look): number =>
  textWidth(line, (codePoint) => (codePoint < 0x80 ? 0.58 : 1)) * (bold ? 1.14 : 1);
const smallest = 4.5;

/** Lengths in points; letters of Latin are reckoned wide, as what stands in for 宋体 has them. */
export const wordMeasure = (columnTwips: readonly number[], fontScale: number): Measure => ({
  advance: () => (codePoint) => (codePoint < 0x80 ? 0.6 : 1),
  fontScale,
  lineHeight: 1.4,
  padX: cellPadding / 20,
  padY: 1.5,
  columnWidths: columnTwips.map((width) => width / 20),
});

export function tableCell(
  placed: PlacedCell & Readonly<{ cell: WordCell }>,
  keepNext: boolean,
  fonts: FormFonts,
  measure: Measure,
): TableCell {
  const { cell, colSpan, rowSpan } = placed;
  const look = looks[cell.style];
  const lines = printValue(cell.value).split(/\r\n|\r|\n/);
  const full = look.size * measure.fontScale;
  const size =
    isFigure(cell.value) || lines.every(isOneWord) ? sizeOnOneLine(lines, full, placed, measure) : full;
  const options: ITableCellOptions = {
    columnSpan: colSpan,
    rowSpan,
    verticalAlign: VerticalAlign.CENTER,
    borders: { ...around(look.bordered ? thin : none), ...openSides(cell.open) },
    ...(size < full
      ? { margins: { left: tightPadding, right: tightPadding, marginUnitType: WidthType.DXA } }
      : {}),
    ...(look.shaded ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: shade } } : {}),
    children: lines.map((line) => cellLine(line, look, keepNext, fonts, size)),
  };
  return new TableCell(options);
}

/** 26×85 and the like, which Word would tear wherever the cell ends. */
const isOneWord = (line: string): boolean => /^[\x21-\x7e×]{1,24}$/.test(line);

/** A figure is never torn over two lines: where its column is too narrow it is set smaller, with less room around it. */
function sizeOnOneLine(lines: readonly string[], full: number, placed: PlacedCell, measure: Measure): number {
  const look = looks[placed.cell.style];
  const longest = Math.max(...lines.map((line) => lineAdvance(line, look)));
  const width = cellWidth(placed, measure);
  if (longest * full <= width - 2 * measure.padX) return full;
  return Math.min(full, Math.max(smallest, (width - (2 * tightPadding) / 20) / longest));
}

const openSides = (side: WordCell["open"]) =>
  side === undefined ? {} : side === "top" ? { top: none } : { bottom: none };

const cellLine = (line: string, look: Look, keepNext: boolean, fonts: FormFonts, size: number): Paragraph =>
  new Paragraph({
    alignment: alignments[look.align],
    keepNext,
    children: [
      new TextRun({
        text: line,
        font: fontNamed(fonts[look.font]),
        // Rounded down: half a point more would break the line.
        size: Math.floor(halfPoints(size * 100) / 100),
        bold: look.bold,
        color: inks[look.ink],
      }),
    ],
  });
