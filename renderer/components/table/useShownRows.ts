import type { KeyboardEvent, RefObject } from "react";
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import {
  type ColumnFilter,
  type ColumnFilters,
  isFiltering,
  type SortState,
  type TableColumn,
} from "./column.ts";
import { filterRows, searchTexts } from "./filterRows.ts";
import { nextSort, orderRows, sortKeys } from "./sortRows.ts";
import { sumColumns } from "./sumColumns.ts";
import type { DataTableProps } from "./tableProps.ts";
import { urlFilters } from "./urlFilters.ts";
import { useReadAhead } from "./useReadAhead.ts";

export type ShownRows<Row> = Readonly<{
  id: string;
  columns: readonly TableColumn<Row>[];
  /** Filtered and sorted. */
  rows: readonly Row[];
  /** All of them, for the lists of values. */
  all: readonly Row[];
  sums: ReadonlyMap<string, string>;
  everywhere: string;
  setEverywhere: (text: string) => void;
  /** The box has the keys: something will be looked for. */
  lookAhead: () => void;
  /** The keys leave the box: the rows are those of what was typed before another key comes. */
  settle: () => void;
  filters: ColumnFilters;
  setFilter: (key: string, filter: ColumnFilter) => void;
  sort: SortState;
  toggleSort: (key: string) => void;
  filtering: boolean;
  clear: () => void;
  box: RefObject<HTMLInputElement | null>;
  /** Escape clears the filters. Ctrl+F goes to the box from anywhere. */
  onKeyDown: (event: KeyboardEvent) => void;
}>;

/** What of the rows is shown, and how that is changed. Typing stays quick however long the list is. */
export function useShownRows<Row>(props: DataTableProps<Row>): ShownRows<Row> {
  const { columns, rows } = props;
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [params] = useSearchParams();
  const [asked] = useState(() => urlFilters(props.bare ? [] : params));
  const [everywhere, setEverywhere] = useState(props.initialFilter ?? asked.everywhere);
  const [filters, setFilters] = useState<ColumnFilters>(asked.filters);
  const [sort, setSort] = useState<SortState>(props.initialSort ?? null);
  const deferred = useDeferredValue(everywhere);
  const [settled, setSettled] = useState(everywhere);
  const wanted = settled === everywhere ? everywhere : deferred;

  const column = columns.find(({ key }) => key === sort?.key);
  const descending = sort?.descending === true;
  const keys = useMemo(() => (column === undefined ? null : sortKeys(rows, column)), [rows, column]);
  const sorted = useMemo(
    () => (keys === null ? rows : orderRows(rows, keys, descending)),
    [rows, keys, descending],
  );
  // Of other rows other texts: those of rows that are gone would be kept for nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const haystack = useMemo(() => searchTexts(columns), [rows, columns]);
  const [looking, setLooking] = useState(false);
  useReadAhead(looking, rows, haystack);
  const shown = useMemo(
    () => filterRows(sorted, columns, wanted, filters, haystack),
    [sorted, columns, wanted, filters, haystack],
  );
  const visible = props.shownColumns ?? columns;
  const sums = useMemo(() => sumColumns(shown, visible), [shown, visible]);
  const filtering = everywhere.trim() !== "" || Object.values(filters).some(isFiltering);

  const alone = props.bare !== true;
  useEffect(() => {
    const toBox = (event: globalThis.KeyboardEvent) => {
      const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f";
      if (!isFind || event.defaultPrevented || !alone) return;
      event.preventDefault();
      box.current?.select();
    };
    window.addEventListener("keydown", toBox);
    return () => window.removeEventListener("keydown", toBox);
  }, [alone]);

  const clear = () => {
    setEverywhere("");
    setFilters({});
  };
  return {
    id,
    columns: visible,
    rows: shown,
    all: rows,
    sums,
    everywhere,
    setEverywhere,
    lookAhead: () => setLooking(true),
    settle: () => setSettled(everywhere),
    filters,
    setFilter: (key, filter) => setFilters((now) => ({ ...now, [key]: filter })),
    sort,
    toggleSort: (key) => setSort((now) => nextSort(now, key)),
    filtering,
    clear,
    box,
    onKeyDown: (event) => {
      if (event.key !== "Escape" || !filtering || event.defaultPrevented) return;
      event.preventDefault();
      clear();
    },
  };
}
