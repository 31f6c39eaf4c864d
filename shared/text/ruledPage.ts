import type { PlacedText } from "./placedText.ts";

/** A straight line that is drawn on a page, across or down; `y` grows downwards. */
export type Rule = Readonly<{ x1: number; y1: number; x2: number; y2: number }>;

/** What a page holds: its text, and the lines that part it into cells. */
export type RuledPage = Readonly<{ pieces: readonly PlacedText[]; rules: readonly Rule[] }>;

/** A cell of a table, or what is outside of all tables. Its first place in the grid, which no other has; edges in the unit of the page. */
export type Region = Readonly<{
  row: number;
  column: number;
  left: number;
  right: number;
  top: number;
  isCell: boolean;
}>;

export type RuledGrid = Readonly<{
  /** The region of a place on the page. */
  at: (x: number, y: number) => Region;
}>;

/** Lines nearer to each other than this are one, in points. */
const near = 1.6;
/** A line shorter than this is a mark, not an edge. */
const shortest = 4;

const isAcross = ({ x1, y1, x2, y2 }: Rule): boolean =>
  Math.abs(y2 - y1) <= near / 2 && Math.abs(x2 - x1) >= shortest;
const isDown = ({ x1, y1, x2, y2 }: Rule): boolean =>
  Math.abs(x2 - x1) <= near / 2 && Math.abs(y2 - y1) >= shortest;

/** The left and right edges of all columns of a document: the same column is the same number on every page. */
export const columnEdges = (pages: readonly RuledPage[]): readonly number[] =>
  clustered(pages.flatMap(({ rules }) => rules.filter(isDown).map(({ x1 }) => x1)));

function clustered(values: readonly number[]): readonly number[] {
  const edges: { at: number; count: number }[] = [];
  for (const value of values.toSorted((one, other) => one - other)) {
    const last = edges.at(-1);
    if (last === undefined || value - last.at > near) edges.push({ at: value, count: 1 });
    else {
      last.at = (last.at * last.count + value) / (last.count + 1);
      last.count += 1;
    }
  }
  return edges.map(({ at }) => at);
}

/** Drawings have more lines than any form; they make no table. */
const mostRules = 20_000;
const mostFields = 20_000;

/**
 * The cells that the lines of a page make. Fields between neighbouring lines belong together where no line parts them, as
 * in merged cells; what is open to the edge of the page is no cell.
 */
export function ruledGrid({ rules }: RuledPage, allColumns: readonly number[]): RuledGrid {
  const known = rules.length > mostRules ? [] : rules;
  const across = known.filter(isAcross).map(spanAcross);
  const allRows = clustered(across.map(({ edge }) => edge));
  const isTable = (allRows.length + 1) * (allColumns.length + 1) <= mostFields;
  const [rows, columns] = isTable ? [allRows, allColumns] : [[], []];
  const down = known.filter(isDown).map(spanDown);
  const roots = joinedFields(
    columns.map((edge) => down.filter((span) => Math.abs(span.edge - edge) <= near)),
    rows.map((edge) => across.filter((span) => Math.abs(span.edge - edge) <= near)),
    { columns, rows },
  );
  const regions = regionsOf(roots, { columns, rows });
  return {
    at: (x, y) => {
      const field = indexIn(rows, y) * (columns.length + 1) + indexIn(columns, x);
      const region = regions.get(roots[field] ?? 0);
      if (region === undefined) throw new RangeError("every place of a page is in a region");
      return region;
    },
  };
}

type Edges = Readonly<{ columns: readonly number[]; rows: readonly number[] }>;

function indexIn(edges: readonly number[], value: number): number {
  const index = edges.findIndex((edge) => value < edge);
  return index < 0 ? edges.length : index;
}

/** Between which edges a field lies; the outermost ones are open. */
function middle(edges: readonly number[], index: number): number {
  const [low, high] = [edges[index - 1], edges[index]];
  if (low === undefined) return (high ?? 0) - shortest;
  return high === undefined ? low + shortest : (low + high) / 2;
}

/** For each field between the edges, one more than edges each way, the first of those that it belongs together with. */
function joinedFields(
  down: readonly (readonly Span[])[],
  across: readonly (readonly Span[])[],
  { columns, rows }: Edges,
): readonly number[] {
  const width = columns.length + 1;
  const fields = Array.from({ length: width * (rows.length + 1) }, (_, index) => index);
  const rootOf = (field: number): number => {
    let root = field;
    while (fields[root] !== root) root = fields[root] ?? root;
    return root;
  };
  const join = (one: number, other: number): void => {
    const [first, second] = [rootOf(one), rootOf(other)];
    fields[Math.max(first, second)] = Math.min(first, second);
  };
  const isParted = (spans: readonly Span[] | undefined, at: number): boolean =>
    (spans ?? []).some(({ from, to }) => from - near <= at && at <= to + near);
  for (const field of fields.keys()) {
    const [row, column] = [Math.floor(field / width), field % width];
    if (column < columns.length && !isParted(down[column], middle(rows, row))) join(field, field + 1);
    if (row < rows.length && !isParted(across[row], middle(columns, column))) join(field, field + width);
  }
  return fields.map((_, field) => rootOf(field));
}

function regionsOf(roots: readonly number[], { columns, rows }: Edges): ReadonlyMap<number, Region> {
  const width = columns.length + 1;
  const regions = new Map<number, Region>();
  for (const [field, root] of roots.entries()) {
    const [row, column] = [Math.floor(field / width), field % width];
    const [left, right] = [columns[column - 1] ?? 0, columns[column] ?? Number.POSITIVE_INFINITY];
    const open = regions.get(root);
    regions.set(
      root,
      open === undefined
        ? { row, column, left, right, top: rows[row - 1] ?? 0, isCell: root !== 0 }
        : {
            ...open,
            left: Math.min(open.left, left),
            right: Math.max(open.right, right),
          },
    );
  }
  return regions;
}

type Span = Readonly<{ edge: number; from: number; to: number }>;

const spanAcross = ({ x1, x2, y1, y2 }: Rule): Span => ({
  edge: (y1 + y2) / 2,
  from: Math.min(x1, x2),
  to: Math.max(x1, x2),
});

const spanDown = ({ x1, x2, y1, y2 }: Rule): Span => ({
  edge: (x1 + x2) / 2,
  from: Math.min(y1, y2),
  to: Math.max(y1, y2),
});
