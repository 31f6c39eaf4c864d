import type { ReactNode } from "react";
import type { SortState, TableColumn } from "./column.ts";

/** Why a row stands out. Colour means severity only; `muted` is for what no longer counts. */
export type RowTone = "block" | "warn" | "muted" | undefined;

export type DataTableProps<Row> = Readonly<{
  /** Names the list for the export and for screen readers. */
  title: string;
  /** Under the title of what is exported: what was chosen, and as of when. */
  exportNote?: string;
  columns: readonly TableColumn<Row>[];
  /**
   * Those of them there is room for beside an open detail. What is found, how it is ordered and what a filter leaves goes
   * by all `columns` still: opening a row must not change the list that it stands in.
   */
  shownColumns?: readonly TableColumn<Row>[] | undefined;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Click or Enter on a row. While a detail is open (`openKey`) the arrow keys turn its pages too. */
  onOpen?: (row: Row) => void;
  openKey?: string | null;
  /** Escape on the table. */
  onClose?: () => void;
  /** Buttons and choices of this list, before the filter box. */
  toolbar?: ReactNode;
  /** Shown when there is no row at all: what to do first. */
  empty: ReactNode;
  loading?: boolean;
  initialSort?: SortState;
  /** Text already in the box over all columns, for example from a link. */
  initialFilter?: string;
  rowTone?: (row: Row) => RowTone;
  /** Ticks before the rows. */
  ticks?: Readonly<{
    ticked: ReadonlySet<string>;
    onChange: (ticked: ReadonlySet<string>) => void;
    /** False for a row that cannot be ticked. */
    allowed?: (row: Row) => boolean;
    label: string;
  }>;
  /** Rows are added to this list by hand: the keys go to the one that was. */
  followNew?: boolean;
  /** As high as its rows instead of the room there is: for short lists inside a page. */
  fit?: boolean;
  /** Hides filter box, count and export: for short lists inside a page. */
  bare?: boolean;
}>;
