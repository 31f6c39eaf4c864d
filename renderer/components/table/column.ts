import type { ReactNode } from "react";

/** 分 in an amount column, decimal text or a count in a number column, ISO text in a date column. */
export type CellValue = string | number | null;

export type ColumnKind = "text" | "amount" | "number" | "date";

/**
 * One column. `value` is the truth that is filtered, sorted, added up and exported; `render` may show it in another way.
 *
 *     { key: "gross", title: "价税合计", kind: "amount", width: 120, sum: true, value: (row) => row.grossCents }
 */
export type TableColumn<Row> = Readonly<{
  key: string;
  title: string;
  kind: ColumnKind;
  /** Pixels, at least. */
  width: number;
  /** Takes this share of the room that is left over. */
  grow?: number;
  align?: "left" | "center" | "right";
  value: (row: Row) => CellValue;
  render?: (row: Row) => ReactNode;
  /** Adds up what is shown, in the last line. */
  sum?: boolean;
  /** Left out of sight where the window is too narrow for all, the last such column first; found, and exported, all the same. */
  spare?: boolean;
  /** Said of the column when the pointer rests on its title. */
  hint?: string;
}>;

export type SortState = Readonly<{ key: string; descending: boolean }> | null;

/** Filters by column key; a missing or empty one lets everything pass. */
export type ColumnFilters = Readonly<Record<string, ColumnFilter>>;

/** `text` is what was typed, `picked` the values ticked in the list; both must fit. */
export type ColumnFilter = Readonly<{ text: string; picked: readonly string[] }>;

export const noFilter: ColumnFilter = { text: "", picked: [] };

export const isFiltering = (filter: ColumnFilter | undefined): boolean =>
  filter !== undefined && (filter.text.trim() !== "" || filter.picked.length > 0);

export const alignOf = <Row>(column: TableColumn<Row>): "left" | "center" | "right" =>
  column.align ?? (column.kind === "amount" || column.kind === "number" ? "right" : "left");
