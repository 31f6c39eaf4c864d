import { conflictCells } from "#shared/invoices/importConflict.ts";
import type { InvoiceDraft } from "#shared/invoices/invoiceDraft.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ImportRow } from "#shared/model/invoice.ts";
import { newId } from "../store/newId.ts";
import type { PlannedInvoice } from "./planImport.ts";
import type { PreparedImport } from "./preparedImport.ts";

type RowOutcome = Readonly<{ result: ImportRow["result"]; invoiceId: Id | null }>;

/** What became of an invoice of the file. */
export const importRow = (
  batchId: Id,
  draft: InvoiceDraft,
  { result, invoiceId }: RowOutcome,
): ImportRow => ({
  id: newId(),
  batchId,
  sheet: draft.sheet,
  rowNo: draft.rowNo,
  number: draft.number,
  result,
  message: "",
  invoiceId,
  beforeJson: null,
  cellsJson: null,
  paymentId: null,
});

/** What was read and not taken: conflicts, refused rows, and what the officer left out. Unchanged ones are counted. */
export function untakenRows(
  batchId: Id,
  { file }: PreparedImport,
  invoices: readonly PlannedInvoice[],
  left: ReadonlySet<string>,
): readonly ImportRow[] {
  const conflicts = invoices
    .filter(({ outcome }) => outcome.result === "conflict")
    .map(({ draft, invoiceId, message, outcome }) => ({
      ...importRow(batchId, draft, { result: "conflict", invoiceId }),
      message,
      cellsJson: outcome.result === "conflict" ? conflictCells(outcome.changes) : null,
    }));
  const clashes = file.parsed.clashes.map(({ draft, message }) => ({
    ...importRow(batchId, draft, { result: "conflict", invoiceId: null }),
    message,
  }));
  const leftOut = invoices
    .filter(
      ({ draft, outcome }) =>
        left.has(draft.number) && (outcome.result === "new" || outcome.result === "changed"),
    )
    .map(({ draft, invoiceId }) => ({
      ...importRow(batchId, draft, { result: "unchanged", invoiceId }),
      message: "没有选取，未导入。",
    }));
  const rejected = file.parsed.rejected.map(({ sheet, row, number, message, cells, summary }) => ({
    id: newId(),
    batchId,
    sheet,
    rowNo: row,
    number: number ?? "",
    result: "rejected" as const,
    message,
    invoiceId: null,
    beforeJson: null,
    cellsJson: JSON.stringify(cells.length > 0 ? cells : [summary]),
    paymentId: null,
  }));
  return [...conflicts, ...clashes, ...leftOut, ...rejected];
}
