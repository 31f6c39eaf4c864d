import { parseYuan } from "#shared/kernel/cents.ts";
import { parseDate } from "#shared/kernel/dates.ts";
import { cellText, foldText } from "./cellText.ts";
import type { CellValue, ColumnFilter, ColumnFilters, ColumnKind, TableColumn } from "./column.ts";
import { isFiltering } from "./column.ts";

type Test = (value: CellValue) => boolean;

/** A figure to compare with: 分 for amounts, so that "25000" means 元 as it is shown. */
function figureOf(text: string, kind: ColumnKind): number | string | undefined {
  if (kind === "amount") return parseYuan(text);
  if (kind === "date") return parseDate(text);
  const number = Number(foldText(text).replaceAll(",", "").trim() || Number.NaN);
  return Number.isNaN(number) ? undefined : number;
}

const comparable = (value: CellValue, kind: ColumnKind): number | string | null =>
  value === null ? null : kind === "number" ? Number(value) : value;

/**
 * Understands what officers type above a column: words to contain; `>1000`, `<=1000`, `=1000`; a span `1000~2000`.
 * Anything else is looked for as text, so half a date such as `2022-03` finds the month.
 */
export function columnTest(text: string, kind: ColumnKind): Test {
  const wanted = foldText(text.trim());
  if (wanted === "") return () => true;
  const contains: Test = (value) => foldText(cellText(value, kind)).includes(wanted);
  if (kind === "text") return contains;
  const compared = /^(>=|<=|>|<|=|≥|≤)\s*(.+)$/.exec(wanted);
  if (compared !== null)
    return compareTest(compared[1] ?? "", figureOf(compared[2] ?? "", kind), kind) ?? contains;
  const span = /^(.+?)\s*(?:~|至)\s*(.+)$/.exec(wanted);
  if (span !== null)
    return spanTest(figureOf(span[1] ?? "", kind), figureOf(span[2] ?? "", kind), kind) ?? contains;
  if (kind === "date") return contains;
  const plain = wanted.replaceAll(",", "");
  return (value) => cellText(value, kind).replaceAll(",", "").includes(plain);
}

function compareTest(sign: string, figure: number | string | undefined, kind: ColumnKind): Test | undefined {
  if (figure === undefined) return undefined;
  return (value) => {
    const own = comparable(value, kind);
    if (own === null) return false;
    if (sign === ">") return own > figure;
    if (sign === "<") return own < figure;
    if (sign === "=") return own === figure;
    return sign === ">=" || sign === "≥" ? own >= figure : own <= figure;
  };
}

function spanTest(
  from: number | string | undefined,
  to: number | string | undefined,
  kind: ColumnKind,
): Test | undefined {
  if (from === undefined || to === undefined) return undefined;
  return (value) => {
    const own = comparable(value, kind);
    return own !== null && own >= from && own <= to;
  };
}

function filterTest(filter: ColumnFilter, kind: ColumnKind): Test {
  const test = columnTest(filter.text, kind);
  if (filter.picked.length === 0) return test;
  const picked = new Set(filter.picked);
  return (value) => picked.has(cellText(value, kind)) && test(value);
}

/** What one row looks like to the filter over all columns. */
export const searchText = <Row>(row: Row, columns: readonly TableColumn<Row>[]): string =>
  columns.map((column) => searchCell(column.value(row), column.kind)).join("\n");

function searchCell(value: CellValue, kind: ColumnKind): string {
  const shown = cellText(value, kind);
  const plain = kind === "amount" || kind === "number" ? shown.replaceAll(",", "") : shown;
  return plain === shown ? foldText(shown) : `${shown}\n${plain}`;
}

/** As many as a list has names, sums and days in it; numbers of papers never come twice and would only take room. */
const keptCells = 5_000;

/**
 * `searchText` for many rows, each worked out once: of 100,000 rows most cells say what another one said, and each key
 * typed looks through all of them.
 */
export function searchTexts<Row>(columns: readonly TableColumn<Row>[]): (row: Row) => string {
  const texts = new Map<Row, string>();
  const cells = columns.map((column) => {
    const known = new Map<CellValue, string>();
    return (row: Row): string => {
      const value = column.value(row);
      const found = known.get(value);
      if (found !== undefined) return found;
      const text = searchCell(value, column.kind);
      if (known.size < keptCells) known.set(value, text);
      return text;
    };
  });
  return (row) => {
    const known = texts.get(row);
    if (known !== undefined) return known;
    let text = "";
    for (const cell of cells) text += `${cell(row)}\n`;
    texts.set(row, text);
    return text;
  };
}

/**
 * The rows that pass the box over all columns (every word of it must occur somewhere in the row) and each column's own
 * filter, in their order. `haystack` gives a row's `searchText`.
 */
export function filterRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  everywhere: string,
  filters: ColumnFilters,
  haystack: (row: Row) => string = (row) => searchText(row, columns),
): readonly Row[] {
  const words = foldText(everywhere)
    .split(/\s+/)
    .filter((word) => word !== "");
  const tests = columns.flatMap((column) => {
    const filter = filters[column.key];
    if (filter === undefined || !isFiltering(filter)) return [];
    const test = filterTest(filter, column.kind);
    return [(row: Row) => test(column.value(row))];
  });
  if (words.length === 0 && tests.length === 0) return rows;
  return rows.filter((row) => {
    if (!tests.every((test) => test(row))) return false;
    if (words.length === 0) return true;
    const text = haystack(row);
    return words.every((word) => text.includes(word));
  });
}

/** The values that occur in a column and how often, in the order of the column, at most `limit` of them. */
export function distinctValues<Row>(
  rows: readonly Row[],
  column: TableColumn<Row>,
  limit: number,
): readonly Readonly<{ text: string; count: number }>[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = cellText(column.value(row), column.kind);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (counts.size > limit) return [];
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((left, right) => left.text.localeCompare(right.text, "zh-CN"));
}
