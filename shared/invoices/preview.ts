import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Severity } from "../model/check.ts";
import type { Invoice, rowResults } from "../model/invoice.ts";

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
  issues: readonly ImportIssue[];
}>;

export type RowResult = (typeof rowResults)[number];

export type PreviewSheet = Readonly<{
  name: string;
  /** 1 is the first row of the sheet. */
  headerRow: number;
  kind: "invoices" | "lines" | "ignored";
  columns: readonly Readonly<{ title: string; field: string | null }>[];
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
  result: Exclude<RowResult, "rejected">;
  message: string;
  changes: readonly Readonly<{ field: string; label: string; before: string; after: string }>[];
}>;

export type RejectedRow = Readonly<{ sheet: string; row: number; message: string; cells: readonly string[] }>;

export type ImportIssue = Readonly<{
  sheet: string;
  row: number;
  /** The column's title. */
  column: string;
  ruleId: string;
  severity: Severity;
  message: string;
}>;
