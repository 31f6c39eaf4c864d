import type { Header } from "./matchHeader.ts";
import type { ImportIssue } from "./preview.ts";
import type { Refusal } from "./readRow.ts";
import type { Group } from "./sheetGroups.ts";
import type { InvoiceSheetKind } from "./sheetSource.ts";

export type SheetTitle = Readonly<{
  name: string;
  date1904: boolean;
  /** Its cells were cut out of a text: one too many means that the text of a cell was cut up too. */
  isText?: boolean;
}>;

/** All that one sheet gave. `header` alone when it is no list of invoices, or nothing when it does not look like one. */
export type CollectedSheet = Readonly<{
  name: string;
  kind: InvoiceSheetKind | "unknown";
  header: Header | undefined;
  dataRows: number;
  groups: ReadonlyMap<string, Group>;
  refusals: readonly Refusal[];
  issues: readonly ImportIssue[];
  /** A 合计 row that contradicts the rows: nothing of the file is taken. */
  wrongTotals: readonly ImportIssue[];
}>;
