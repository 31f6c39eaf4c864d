import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Severity } from "../model/check.ts";
import type { Invoice, rowResults } from "../model/invoice.ts";
import type { FixedCell } from "./cellFixer.ts";
import type { InvoiceField } from "./headerSynonyms.ts";
import type { MappedBy } from "./inspection.ts";

/** What an import of a file would do, row by row. The commit carries out exactly this. */
export type ImportPreview = Readonly<{
  id: string;
  /** The file contradicts itself (see the issues of INV-13): nothing of it can be imported. */
  isBlocked: boolean;
  fileName: string;
  /** The kind of list that was recognised, for example 全量发票查询. */
  source: string;
  sheets: readonly PreviewSheet[];
  counts: ImportCounts;
  entries: readonly PreviewEntry[];
  rejected: readonly RejectedRow[];
  totals: readonly HeldTotal[];
  issues: readonly ImportIssue[];
}>;

/** A sum that the file states, held against what was read. */
export type HeldTotal = Readonly<{
  sheet: string;
  /** Of the 合计 row; 0 where the sums of two sheets are held against each other. */
  row: number;
  /** Which amount: 金额, 税额 or 价税合计. */
  column: string;
  statedCents: Cents;
  readCents: Cents;
  /** Within one 分. `null`: some rows could not be read, so nothing can be said. */
  met: boolean | null;
}>;

export type RowResult = (typeof rowResults)[number];

export type PreviewSheet = Readonly<{
  name: string;
  /** 1 is the first row of the sheet; of a header of two rows the lower one. 0: none. */
  headerRow: number;
  headerRows: 1 | 2;
  kind: "invoices" | "lines" | "ignored";
  /** `index` 0 is column A. */
  columns: readonly Readonly<{ index: number; title: string; field: InvoiceField | null; by: MappedBy }>[];
  /** Cells that were read as somebody says, with what the file says: kept with the batch. */
  fixed: readonly FixedCell[];
}>;

/**
 * `rows` are the data rows read, over all sheets that were used, without headers and 合计; `rejected` the rows of them
 * that are refused; the others count invoices.
 */
export type ImportCounts = Readonly<Record<"rows" | RowResult, number>>;

export type PreviewEntry = Readonly<{
  sheet: string;
  /** 1 is the first row of the sheet. */
  row: number;
  number: string;
  sellerName: string;
  issueDate: IsoDate;
  grossCents: Cents;
  status: Invoice["status"];
  isRed: boolean;
  /** All rows of the file that it is made of on that sheet, and how many lines it has; 0 when the file tells none. */
  rows: readonly number[];
  lineCount: number;
  result: Exclude<RowResult, "rejected">;
  message: string;
  changes: readonly Readonly<{ field: string; label: string; before: string; after: string }>[];
}>;

export type RejectedRow = Readonly<{
  sheet: string;
  row: number;
  /** The invoice it belongs to, when that could be read. */
  number: string | null;
  message: string;
  /** Column of the cell at fault, 0 is A; `null` when it is not one cell. */
  index: number | null;
  /** As they were read, 0 is column A; empty when there were too many to keep, or the row goes with another one. */
  cells: readonly string[];
  /** What is known of the row in a few words; empty when its cells say it. */
  summary: string;
}>;

export type ImportIssue = Readonly<{
  sheet: string;
  row: number;
  /** The column's title. */
  column: string;
  ruleId: string;
  severity: Severity;
  message: string;
}>;
