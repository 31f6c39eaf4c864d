import type { CellValue, SortState, TableColumn } from "./column.ts";

const collator = new Intl.Collator("zh-CN", { numeric: true });
const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

/**
 * A number for every value, in their order. Comparing Chinese takes a microsecond: ranking the few different values
 * once keeps a list of 100,000 rows fast.
 */
function ranksOfText(values: readonly CellValue[]): ReadonlyMap<CellValue, number> {
  const distinct = [...new Set(values)].filter((value) => value !== null).map(String);
  const plain = distinct.every((text) => isAscii(text) && /^\d{4}-|^\d{15,}$/.test(text));
  distinct.sort(plain ? (left, right) => (left < right ? -1 : 1) : collator.compare);
  return new Map<CellValue, number>(distinct.map((text, index) => [text, index]));
}

/** The rows in the order of one column; equal ones stay as they were, empty cells come last either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: SortState,
): readonly Row[] {
  const column = columns.find((candidate) => candidate.key === sort?.key);
  if (sort === null || column === undefined) return rows;
  const values = rows.map((row) => column.value(row));
  const ranks = column.kind === "text" || column.kind === "date" ? ranksOfText(values) : undefined;
  const keyOf = (value: CellValue): number | null => {
    if (value === null || value === "") return null;
    return ranks === undefined ? Number(value) : (ranks.get(String(value)) ?? 0);
  };
  const entries = rows.map((row, index) => ({ row, index, key: keyOf(column.value(row)) }));
  const direction = sort.descending ? -1 : 1;
  entries.sort((left, right) => {
    if (left.key === right.key) return left.index - right.index;
    if (left.key === null) return 1;
    return right.key === null ? -1 : (left.key - right.key) * direction;
  });
  return entries.map((entry) => entry.row);
}

/** A click on a column's title: ascending, then descending, then as the rows came. */
export function nextSort(now: SortState, key: string): SortState {
  if (now?.key !== key) return { key, descending: false };
  return now.descending ? null : { key, descending: true };
}
