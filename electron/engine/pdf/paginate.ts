import type { Form } from "#shared/forms/form.ts";
import type { Grid } from "#shared/forms/grid.ts";
import { cellLines, lineHeightOf, type Measure } from "#shared/forms/heights.ts";

/** A row, or the part of a row that is on one page. `y` and `height` in points from the top of the content. */
export type Piece = Readonly<{ row: number; y: number; height: number; first: boolean; last: boolean }>;
export type PdfPage = readonly Piece[];

type Layout = Readonly<{
  form: Form;
  grid: Grid;
  heights: readonly number[];
  measure: Measure;
  pageHeight: number;
}>;

/** Lines of a row too high for a page that stay together at least. */
const fewestLines = 3;

/**
 * Shares out the rows on pages: rows stay whole unless one alone is higher than a page, headings stay with what follows,
 * and the rows that repeat stand again at the top.
 */
export function paginate(layout: Layout): readonly PdfPage[] {
  const { form, heights, pageHeight } = layout;
  const pages: Piece[][] = [[]];
  let y = 0;
  const place = (row: number, height: number, first: boolean, last: boolean): void => {
    pages.at(-1)?.push({ row, y, height, first, last });
    y += height;
  };
  const turnPage = (nextRow: number): void => {
    pages.push([]);
    y = 0;
    const { repeat } = form.page;
    if (repeat === null || !repeatsAbove(repeat, nextRow)) return;
    for (let row = repeat.fromRow; row <= repeat.toRow; row += 1) place(row, heights[row] ?? 0, true, true);
  };
  const freshHeight = (row: number): number => pageHeight - repeatedHeight(layout, row);
  for (let row = 0; row < heights.length; row += 1) {
    const height = heights[row] ?? 0;
    const together = keptHeight(layout, row, freshHeight(row));
    if (y > 0 && y + together > pageHeight && y > pageHeight - freshHeight(row)) turnPage(row);
    if (height <= pageHeight - y) {
      place(row, height, true, true);
      continue;
    }
    const parts = splitRow(layout, row, pageHeight - y, freshHeight(row));
    parts.forEach((part, index) => {
      if (index > 0) turnPage(row);
      place(row, part, index === 0, index === parts.length - 1);
    });
  }
  return pages;
}

const repeatsAbove = (
  { toRow, until = Number.POSITIVE_INFINITY }: NonNullable<Form["page"]["repeat"]>,
  nextRow: number,
): boolean => toRow < nextRow && nextRow <= until;

function repeatedHeight({ form, heights }: Layout, nextRow: number): number {
  const { repeat } = form.page;
  if (repeat === null || !repeatsAbove(repeat, nextRow)) return 0;
  return heights.slice(repeat.fromRow, repeat.toRow + 1).reduce((sum, height) => sum + height, 0);
}

/** The height from `row` on that must not be parted: headings with the first row below them. */
function keptHeight({ form, heights, measure }: Layout, row: number, freshHeight: number): number {
  let kept = 0;
  for (let at = row; at < heights.length; at += 1) {
    const height = heights[at] ?? 0;
    const splits = height > freshHeight;
    kept += splits ? fewestLines * lineHeightOf("text", measure) + 2 * measure.padY : height;
    if (splits || form.rows[at]?.keepWithNext !== true) break;
  }
  // What does not fit on any page cannot be kept together.
  return kept > freshHeight ? (heights[row] ?? 0) : kept;
}

/** Heights of the parts of a row, each as high as its page has room for, in whole lines of every cell. */
function splitRow(
  { grid, measure }: Layout,
  row: number,
  room: number,
  freshHeight: number,
): readonly number[] {
  let remaining = (grid[row] ?? [])
    .filter(({ rowSpan }) => rowSpan === 1)
    .map((placed) => ({
      lines: cellLines(placed, measure).length,
      lineHeight: lineHeightOf(placed.cell.style, measure),
    }));
  const parts: number[] = [];
  let available = room;
  for (;;) {
    const needed =
      Math.max(...remaining.map(({ lines, lineHeight }) => lines * lineHeight)) + 2 * measure.padY;
    if (needed <= available) return [...parts, needed];
    parts.push(available);
    remaining = remaining.map(({ lines, lineHeight }) => ({
      lines: Math.max(0, lines - linesIn(available, lineHeight, measure)),
      lineHeight,
    }));
    available = freshHeight;
  }
}

/** Whole lines that a part of this height holds. The hair's breadth is for sums of fractions. */
export const linesIn = (height: number, lineHeight: number, { padY }: Measure): number =>
  Math.max(0, Math.floor((height - 2 * padY) / lineHeight + 1e-6));
