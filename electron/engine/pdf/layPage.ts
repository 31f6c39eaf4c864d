import type { Grid, PlacedCell } from "#shared/forms/grid.ts";
import { cellLines, cellWidth, lineHeightOf, type Measure } from "#shared/forms/heights.ts";
import { looks } from "#shared/forms/styles.ts";
import { linesIn, type PdfPage } from "./paginate.ts";

/** A cell, or the part of one that is on a page, with the lines to print there. Points from the top left of the content. */
export type Box = Readonly<{
  placed: PlacedCell;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: readonly string[];
  /** Where the first line begins. */
  textY: number;
}>;

/**
 * Lays the cells of page after page. Labels that reach over a page break stand again on the next page; other text flows
 * on where it stopped.
 */
export function layPages(pages: readonly PdfPage[], grid: Grid, measure: Measure): Iterable<readonly Box[]> {
  return layEach(pages, grid, measure);
}

function* layEach(pages: readonly PdfPage[], grid: Grid, measure: Measure): Generator<readonly Box[]> {
  const lefts = leftEdges(measure);
  /** Cells that go on below the page, with the lines of theirs that are already printed. */
  let open = new Map<PlacedCell, number>();
  for (const page of pages) {
    const cells = new Set([...open.keys(), ...page.flatMap(({ row }) => grid[row] ?? [])]);
    const next = new Map<PlacedCell, number>();
    const boxes: Box[] = [];
    for (const placed of cells) {
      const { box, printed, ends } = layCell(placed, page, open.get(placed) ?? 0, lefts, measure);
      if (!ends) next.set(placed, printed);
      if (box !== undefined) boxes.push(box);
    }
    yield boxes;
    open = next;
  }
}

const leftEdges = ({ columnWidths }: Measure): readonly number[] => {
  let left = 0;
  return columnWidths.map((width) => {
    const edge = left;
    left += width;
    return edge;
  });
};

/** The lines of a label, without its own line ends where it has no room for them; `undefined` where it has none at all. */
function labelLines(placed: PlacedCell, room: number, measure: Measure): readonly string[] | undefined {
  const all = cellLines(placed, measure);
  if (all.length <= room) return all;
  const { value } = placed.cell;
  if (value.kind !== "text") return undefined;
  const text = value.text.replace(/[\r\n]+/g, "");
  const flat = cellLines({ ...placed, cell: { ...placed.cell, value: { kind: "text", text } } }, measure);
  return flat.length <= room ? flat : undefined;
}

type LaidCell = Readonly<{ box: Box | undefined; printed: number; ends: boolean }>;

function layCell(
  placed: PlacedCell,
  page: PdfPage,
  before: number,
  lefts: readonly number[],
  measure: Measure,
): LaidCell {
  const { row, rowSpan, column, cell } = placed;
  const pieces = page.filter((piece) => piece.row >= row && piece.row < row + rowSpan);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return { box: undefined, printed: before, ends: false };
  const height = last.y + last.height - first.y;
  const ends = last.row === row + rowSpan - 1 && last.last;
  const all = cellLines(placed, measure);
  const lineHeight = lineHeightOf(cell.style, measure);
  const room = linesIn(height, lineHeight, measure);
  const label = looks[cell.style].repeats ? labelLines(placed, room, measure) : undefined;
  const goesOn = before === 0 && (first.row > row || !first.first);
  // A label that stood on the page before is left out where it has no room; other text goes on.
  const again = label !== undefined || (looks[cell.style].repeats && goesOn);
  const lines = again ? (label ?? []) : all.slice(before, ends ? undefined : before + room);
  const whole = again || lines.length === all.length;
  const textY = whole ? first.y + (height - lines.length * lineHeight) / 2 : first.y + measure.padY;
  return {
    box: {
      placed,
      x: lefts[column] ?? 0,
      y: first.y,
      width: cellWidth(placed, measure),
      height,
      lines,
      textY,
    },
    printed: again ? 0 : before + lines.length,
    ends,
  };
}
