import type { FixedCell } from "./cellFixer.ts";
import type { Header } from "./matchHeader.ts";
import type { HeldTotal, ImportIssue } from "./preview.ts";
import type { Refusal } from "./readRow.ts";
import type { SheetHead } from "./recognise/sheetHead.ts";
import type { Group } from "./sheetGroups.ts";
import type { InvoiceSheetKind } from "./sheetSource.ts";

export type SheetTitle = Readonly<{
  name: string;
  date1904: boolean;
  hidden?: boolean;
  /** Its cells were cut out of a text: one too many means that the text of a cell was cut up too. */
  isText?: boolean;
}>;

/** All that the rows of one sheet gave. */
export type SheetRows = Readonly<{
  dataRows: number;
  groups: ReadonlyMap<string, Group>;
  refusals: readonly Refusal[];
  issues: readonly ImportIssue[];
  /** A 合计 row that contradicts the rows: nothing of the file is taken. */
  wrongTotals: readonly ImportIssue[];
  totals: readonly HeldTotal[];
  /** Rows that are hidden, by hand or by a filter: they count like the others, and the officer is told. */
  hiddenRows: number;
}>;

/** A sheet and what it gave. `unknown` when it is no list of invoices; then its head says what it lacks, if it has one. */
export type CollectedSheet = SheetRows &
  Readonly<{
    name: string;
    kind: InvoiceSheetKind | "unknown";
    header: Header | undefined;
    head?: SheetHead | undefined;
    hidden?: boolean;
    /** What a person said of it; `null` leaves it to the program. */
    use?: boolean | null;
    /** Cells that were read as somebody says. */
    fixed?: readonly FixedCell[];
  }>;
