import type { PlainCell, PlainRow } from "../excel/plainCell.ts";
import type { Severity } from "../model/check.ts";
import type { InvoiceField } from "./headerSynonyms.ts";
import type { Header } from "./matchHeader.ts";
import type { ImportIssue } from "./preview.ts";
import type { Remembered } from "./remembered.ts";

/** A recognised sheet, as those who read its rows need it. */
export type SheetContext = Readonly<{
  name: string;
  kind: "lines" | "invoices";
  header: Header;
  date1904: boolean;
  isText?: boolean;
  remembered: Remembered;
}>;

export const cellOf = (context: SheetContext, row: PlainRow, field: InvoiceField): PlainCell | undefined => {
  const index = context.header.at[field];
  return index === undefined ? undefined : row.cells[index];
};

/** The title of a field's column, or a name for it when the sheet has none. */
export const columnTitle = ({ header }: SheetContext, field: InvoiceField): string =>
  header.columns.find((column) => column.field === field)?.title ?? "";

export const issueAt = (
  context: SheetContext,
  rowNo: number,
  field: InvoiceField,
  props: Readonly<{ ruleId: string; severity: Severity; message: string }>,
): ImportIssue => ({ sheet: context.name, row: rowNo, column: columnTitle(context, field), ...props });

export const rowTexts = (row: PlainRow): readonly string[] =>
  Array.from(row.cells, (cell) => cell?.text ?? "");
