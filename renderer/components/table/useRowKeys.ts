import type { KeyboardEvent } from "react";
import { useMemo, useState } from "react";

type Props<Row> = Readonly<{
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  pageSize: number;
  scrollTo: (index: number) => void;
  open: (index: number) => void;
  close: (() => void) | undefined;
  /** The space bar ticks a row where rows can be ticked. */
  tick: ((index: number) => void) | undefined;
  /** A detail is open: moving opens the next one. */
  follow: boolean;
}>;

/** Where a key leads from a row, or null when it leads nowhere. */
export function nextIndex(
  key: string,
  active: number | null,
  count: number,
  pageSize: number,
): number | null {
  const last = count - 1;
  const from = active ?? -1;
  if (count === 0) return null;
  if (key === "ArrowDown") return Math.min(last, from + 1);
  if (key === "ArrowUp") return Math.max(0, from - 1);
  if (key === "PageDown") return Math.min(last, Math.max(from, 0) + pageSize);
  if (key === "PageUp") return Math.max(0, from - pageSize);
  if (key === "Home") return 0;
  return key === "End" ? last : null;
}

type Wanted = Readonly<{ index: number; key: string | null }>;

/**
 * Where the row is now that had the keys: it keeps them when a write brings others in between or another column is
 * sorted by. When it is gone, they go to what took its place.
 */
export function placeOf<Row>(
  wanted: Wanted | null,
  rows: readonly Row[],
  rowKey: (row: Row) => string,
): number | null {
  if (wanted === null || rows.length === 0) return null;
  const { index, key } = wanted;
  const there = rows[index];
  if (key === null || (there !== undefined && rowKey(there) === key)) return Math.min(index, rows.length - 1);
  const found = rows.findIndex((row) => rowKey(row) === key);
  return found >= 0 ? found : Math.min(index, rows.length - 1);
}

/** Arrow keys, Enter and Escape over rows, as in a spreadsheet. */
export function useRowKeys<Row>(props: Props<Row>): Readonly<{
  active: number | null;
  setActive: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}> {
  const { rows, rowKey } = props;
  const [wanted, setWanted] = useState<Wanted | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: how a row is named never changes
  const active = useMemo(() => placeOf(wanted, rows, rowKey), [wanted, rows]);
  const setActive = (index: number) => {
    const row = rows[index];
    setWanted({ index, key: row === undefined ? null : rowKey(row) });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && active !== null) {
      event.preventDefault();
      props.open(active);
    } else if (event.key === " " && active !== null && props.tick !== undefined) {
      event.preventDefault();
      props.tick(active);
    } else if (event.key === "Escape" && props.follow && props.close !== undefined) {
      event.preventDefault();
      props.close();
    } else {
      const next = nextIndex(event.key, active, rows.length, props.pageSize);
      if (next === null) return;
      event.preventDefault();
      setActive(next);
      props.scrollTo(next);
      if (props.follow) props.open(next);
    }
  };
  return { active, setActive, onKeyDown };
}
