import { type RefObject, useLayoutEffect, useState } from "react";
import type { TableColumn } from "./column.ts";

/** The columns there is room for, in `room` pixels: as many of the spare ones are left out, from the last, as it takes. */
export function columnsWithin<Row>(
  columns: readonly TableColumn<Row>[],
  widthOf: (column: TableColumn<Row>) => number,
  room: number,
): readonly TableColumn<Row>[] {
  let over = columns.reduce((sum, column) => sum + widthOf(column), 0) - room;
  const out = new Set<string>();
  for (const column of columns.toReversed()) {
    if (over <= 0) break;
    if (column.spare !== true) continue;
    out.add(column.key);
    over -= widthOf(column);
  }
  return out.size === 0 ? columns : columns.filter(({ key }) => !out.has(key));
}

/** How wide the inside of an element is, in pixels; without end until it is there. */
export function useInnerWidth(element: RefObject<HTMLElement | null>, isThere: boolean): number {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  // Before anything is painted, so that no column shows for a moment only.
  useLayoutEffect(() => {
    const { current } = element;
    if (!isThere || current === null) return;
    const measure = () => setWidth(current.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, isThere]);
  return width;
}
