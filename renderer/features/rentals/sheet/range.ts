import type { Place } from "../../../components/sheet/places.ts";

/** Cells from one corner to the other, both included. */
export type Range = Readonly<{ top: number; left: number; bottom: number; right: number }>;

export const rangeOf = (anchor: Place, active: Place): Range => ({
  top: Math.min(anchor.row, active.row),
  left: Math.min(anchor.column, active.column),
  bottom: Math.max(anchor.row, active.row),
  right: Math.max(anchor.column, active.column),
});

export const inRange = (range: Range | null, { row, column }: Place): boolean =>
  range !== null && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;

const from = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

export const placesIn = ({ top, left, bottom, right }: Range): readonly Place[] =>
  from(top, bottom).flatMap((row) => from(left, right).map((column) => ({ row, column })));

/** Where to fill: to the right end of the range, or to the last column when it is one column wide. */
export const fillTarget = (range: Range, lastColumn: number): Range =>
  range.left === range.right ? { ...range, right: lastColumn } : range;
