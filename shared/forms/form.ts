import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Decimal } from "../kernel/decimal.ts";
import type { FormFonts } from "./fonts.ts";
import type { FieldSource } from "./source.ts";

/**
 * A sheet as a value. Excel, PDF, Word and the preview on screen are renderers of this one value and so cannot
 * disagree; nothing about the ledger is known to them. Plain data: it can be sent, stored and compared as JSON.
 */
export type Form = Readonly<{
  /** Which paper this is, for example `targets`. */
  id: string;
  /** The versioned template it was built from, for example `sh-2022`. */
  template: string;
  /** Also the workbook's sheet and the suggested file name. */
  title: string;
  /** The names a workbook or a Word file states; the official ones when left out. */
  fonts?: FormFonts;
  page: Page;
  columns: readonly Column[];
  rows: readonly FormRow[];
  /** A list: its heading stays in sight and can be filtered. */
  list?: Readonly<{ headingRow: number }>;
}>;

export type Page = Readonly<{
  size: "A4";
  orientation: "portrait" | "landscape";
  /** Millimetres. */
  margins: Readonly<{ top: number; right: number; bottom: number; left: number }>;
  /**
   * These rows, both ends included, stand again at the top of every page after the one they are on; of every page that
   * begins with a row up to `until`, where what follows has another heading or none.
   */
  repeat: Readonly<{ fromRow: number; toRow: number; until?: number }> | null;
  /** Above every page but the first, such as 绩效目标申报表（续表）. */
  continued?: string;
}>;

/** Width in characters of the body font, as Excel counts; PDF and screen share out the page in the same proportion. */
export type Column = Readonly<{ width: number }>;

/** Cells stand from left to right in the columns that cells of earlier rows with a `rowSpan` leave free. */
export type FormRow = Readonly<{
  cells: readonly FormCell[];
  /** Points. Rows grow with their text and are never lower than it needs. */
  minHeight?: number;
  /** A heading: no page ends with it. */
  keepWithNext?: boolean;
}>;

export type FormCell = Readonly<{
  value: FormValue;
  style: CellStyle;
  colSpan?: number;
  /** Over several rows only for labels: they stand again where a page breaks, and other text would be torn. */
  rowSpan?: number;
  /** Where it can be changed. */
  source?: FieldSource;
}>;

export type FormValue =
  | Readonly<{ kind: "empty" }>
  | Readonly<{ kind: "text"; text: string }>
  | Readonly<{ kind: "amount"; cents: Cents }>
  /** 元 for one piece: two decimals or as many more as it has. */
  | Readonly<{ kind: "price"; value: Decimal }>
  | Readonly<{ kind: "number"; value: Decimal }>
  | Readonly<{ kind: "percent"; bp: number }>
  | Readonly<{ kind: "date"; date: IsoDate }>
  /** An amount that is the sum of other cells: a formula with this cached result in Excel, the amount elsewhere. */
  | Readonly<{ kind: "sum"; cents: Cents; of: readonly CellRange[] }>;

/** Rows and columns count from 0; both ends belong to the range. */
export type CellRange = Readonly<{ fromRow: number; fromColumn: number; toRow: number; toColumn: number }>;

/** What a cell is for; how that looks is written once, in `styles.ts`. */
export type CellStyle =
  | "title"
  | "subtitle"
  /** Outside the table: 单位：元, what the figures stand for, who signs. */
  | "note"
  | "noteRight"
  | "heading"
  | "label"
  | "text"
  | "centred"
  | "amount"
  | "total"
  | "totalLabel"
  /** The line that opens a part of a table, such as one contract. */
  | "group"
  /** Text that says what a check found: colour means severity and nothing else. */
  | "blocked"
  | "blockedCentred"
  | "warned"
  /** Along the edge of a slip, where it is bound. */
  | "binding"
  /** Running text as a sheet: 情况说明 is the last sheet of the bureau's workbook. */
  | "proseTitle"
  | "proseHeading"
  | "proseSubheading"
  | "proseText";
