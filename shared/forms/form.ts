import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Decimal } from "../kernel/decimal.ts";

/**
 * A sheet as a value. Excel, PDF, Word and the preview on screen are renderers of this one value and so cannot
 * disagree; nothing about the ledger is known to them.
 */
export type Form = Readonly<{
  /** Which paper this is, for example `targets`. */
  id: string;
  /** The versioned template it was built from, for example `sh-2022`. */
  template: string;
  /** Also the workbook's sheet and the suggested file name. */
  title: string;
  page: Page;
  columns: readonly Column[];
  rows: readonly FormRow[];
}>;

export type Page = Readonly<{
  size: "A4";
  orientation: "portrait" | "landscape";
  /** Millimetres. */
  margins: Readonly<{ top: number; right: number; bottom: number; left: number }>;
  /** The first so many rows stand again at the top of every page. */
  repeatRows: number;
}>;

/** Width in characters of the body font, as Excel counts; PDF and screen share out the page in the same proportion. */
export type Column = Readonly<{ width: number }>;

/** Cells stand from left to right in the columns that cells of earlier rows with a `rowSpan` leave free. */
export type FormRow = Readonly<{
  cells: readonly FormCell[];
  /** Points; without it the row grows with its text. It is a minimum: text is never cut off. */
  minHeight?: number;
  /** A column heading, kept together with what follows. */
  heading?: boolean;
}>;

export type FormCell = Readonly<{
  value: FormValue;
  style: CellStyle;
  colSpan?: number;
  rowSpan?: number;
}>;

export type FormValue =
  | Readonly<{ kind: "empty" }>
  | Readonly<{ kind: "text"; text: string }>
  | Readonly<{ kind: "amount"; cents: Cents }>
  | Readonly<{ kind: "number"; value: Decimal }>
  | Readonly<{ kind: "percent"; bp: number }>
  | Readonly<{ kind: "date"; date: IsoDate }>
  /** An amount that is the sum of other cells: a formula with this cached result in Excel, the amount elsewhere. */
  | Readonly<{ kind: "sum"; cents: Cents; of: readonly CellRange[] }>;

/** Rows and columns count from 0; both ends belong to the range. */
export type CellRange = Readonly<{ fromRow: number; fromColumn: number; toRow: number; toColumn: number }>;

/** What a cell is for; how that looks is the renderers' business, written once in `styles.ts`. */
export type CellStyle =
  | "title"
  | "subtitle"
  | "note"
  | "noteRight"
  | "heading"
  | "label"
  | "text"
  | "centred"
  | "amount"
  | "total"
  | "totalLabel";
