import { type PlacedLine, type PlacedText, placedLines } from "./placedText.ts";
import { columnEdges, type Region, type RuledGrid, type RuledPage, ruledGrid } from "./ruledPage.ts";

/** A line of a page: the cells of a row of a table, each at its column, or one line of running text. */
export type PageLine = Readonly<{ isRow: boolean; cells: readonly string[] }>;

/**
 * What stands on the pages of a document, line by line, each text in the cell that lines drawn around it make. A cell over
 * several columns or rows says its text where it begins. Lines that a narrow cell broke are joined again.
 */
export function pageCells(pages: readonly RuledPage[]): readonly (readonly PageLine[])[] {
  const columns = columnEdges(pages);
  return pages.map((page) => linesOfPage(page.pieces, ruledGrid(page, columns)));
}

type Held = { region: Region; pieces: PlacedText[] };

function linesOfPage(pieces: readonly PlacedText[], grid: RuledGrid): readonly PageLine[] {
  const cells = new Map<Region, Held>();
  const outside: PlacedText[] = [];
  for (const piece of pieces.flatMap((whole) => partsOf(whole, grid))) {
    const region = regionOf(piece, grid);
    if (!region.isCell) outside.push(piece);
    else {
      const held = cells.get(region) ?? { region, pieces: [] };
      held.pieces.push(piece);
      cells.set(region, held);
    }
  }
  const rows = new Map<number, Held[]>();
  for (const held of cells.values()) rows.set(held.region.row, [...(rows.get(held.region.row) ?? []), held]);
  const placed = [
    ...[...rows.values()].map((row) => ({ y: row[0]?.region.top ?? 0, line: rowOf(row) })),
    ...placedLines(outside).map(({ y, height, text }) => ({
      y: y - height,
      line: { isRow: false, cells: [text] },
    })),
  ];
  return placed.toSorted((one, other) => one.y - other.y).map(({ line }) => line);
}

/** Baselines are at the foot of letters. */
const regionOf = ({ x, y, width, height }: PlacedText, grid: RuledGrid): Region =>
  grid.at(x + width / 2, y - height * 0.35);

/** Programs write neighbouring cells in one piece: it is parted where a line stands between its words. */
function partsOf(piece: PlacedText, grid: RuledGrid): readonly PlacedText[] {
  const { text, x, y, width, height } = piece;
  const words = [...text.matchAll(/\S+/g)];
  if (words.length < 2) return [piece];
  const each = width / Math.max(1, text.length);
  const parts = words.map((word) => ({
    ...{ text: word[0], y, height },
    x: x + word.index * each,
    width: word[0].length * each,
  }));
  const regions = new Set(parts.map((part) => regionOf(part, grid)));
  return regions.size === 1 ? [piece] : parts;
}

function rowOf(row: readonly Held[]): PageLine {
  const cells: string[] = [];
  for (const { region, pieces } of row) {
    while (cells.length < region.column) cells.push("");
    cells[region.column] = cellText(placedLines(pieces), region);
  }
  return { isRow: true, cells };
}

/** A line that ends this many letters before the edge was meant to end there. */
const spareLetters = 3;
/** In a cell narrower than this every line is full. */
const fewestLetters = 8;

function cellText(lines: readonly PlacedLine[], { left, right }: Region): string {
  let text = "";
  let before: PlacedLine | undefined;
  for (const line of lines) {
    if (before !== undefined) text += isFull(before, right - left) ? glue(text, line.text) : "\n";
    text += line.text;
    before = line;
  }
  return text;
}

const isFull = ({ left, right, height }: PlacedLine, room: number): boolean =>
  room < fewestLetters * height || right - left >= room - spareLetters * height;

/** Words of letters are parted by a space that the end of the line has swallowed. */
const glue = (before: string, after: string): string =>
  /[A-Za-z,;.]$/.test(before) && /^[A-Za-z]/.test(after) ? " " : "";
