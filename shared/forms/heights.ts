import type { CellStyle, Form } from "./form.ts";
import type { Grid, PlacedCell } from "./grid.ts";
import { type Advance, breakLines } from "./lines.ts";
import { looks } from "./styles.ts";
import { isFigure, printValue } from "./values.ts";

/** How wide and high text comes out with one renderer. Lengths in points. */
export type Measure = Readonly<{
  advance: (style: CellStyle) => Advance;
  /** Part of their size that letters are set in. */
  fontScale: number;
  /** One line, in parts of the font size. */
  lineHeight: number;
  /** Blank on each side of a cell. */
  padX: number;
  padY: number;
  columnWidths: readonly number[];
}>;

/** What a column's character is wide at full size, as in Excel. */
const pointsPerCharacter = 5.25;
/** Letters no smaller than this part of their size: below it text breaks more often instead. */
const smallest = 0.62;

/** Part of their size that letters are set in where a column's character has so many points, as Excel's fit to width does. */
export const fitToWidth = (pointsEach: number): number =>
  Math.min(1, Math.max(smallest, pointsEach / pointsPerCharacter));

export const lineHeightOf = (style: CellStyle, measure: Measure): number =>
  looks[style].size * measure.fontScale * measure.lineHeight;

export function cellWidth({ column, colSpan }: PlacedCell, measure: Measure): number {
  return measure.columnWidths.slice(column, column + colSpan).reduce((sum, width) => sum + width, 0);
}

/** The lines a cell's text takes. A figure stays on one line whatever the width. */
export function cellLines(placed: PlacedCell, measure: Measure): readonly string[] {
  const { value, style } = placed.cell;
  const printed = printValue(value);
  if (printed === "") return [];
  if (isFigure(value)) return [printed];
  const width = (cellWidth(placed, measure) - 2 * measure.padX) / (looks[style].size * measure.fontScale);
  return breakLines(printed, width, measure.advance(style));
}

/** Heights of all rows in points: no lower than asked for, and high enough for all text. */
export function rowHeights(form: Form, grid: Grid, measure: Measure): number[] {
  const heights = form.rows.map(({ minHeight = 0 }, row) =>
    Math.max(
      minHeight * measure.fontScale,
      ...(grid[row] ?? []).filter(isOneRow).map((placed) => neededHeight(placed, measure)),
    ),
  );
  const merged = grid.flat().filter((placed) => !isOneRow(placed));
  // Short spans first, so that a long one finds its rows already grown.
  for (const placed of merged.sort((left, right) => left.rowSpan - right.rowSpan)) {
    const rows = heights.slice(placed.row, placed.row + placed.rowSpan);
    const lacking = neededHeight(placed, measure) - rows.reduce((sum, height) => sum + height, 0);
    if (lacking <= 0) continue;
    for (let row = placed.row; row < placed.row + placed.rowSpan; row += 1) {
      heights[row] = (heights[row] ?? 0) + lacking / placed.rowSpan;
    }
  }
  return heights;
}

const isOneRow = ({ rowSpan }: PlacedCell): boolean => rowSpan === 1;

function neededHeight(placed: PlacedCell, measure: Measure): number {
  const lines = Math.max(1, cellLines(placed, measure).length);
  return lines * lineHeightOf(placed.cell.style, measure) + 2 * measure.padY;
}
