import type { Id } from "../kernel/id.ts";
import type { Attachment } from "../model/attachment.ts";
import type { BroughtPaper } from "../model/filing.ts";
import type { ImportBatch, ImportRow, InvoiceLine } from "../model/invoice.ts";

/** What a file said of an invoice against the ledger, and was therefore not taken; none of batches that were undone. */
export type ImportConflict = Readonly<
  Pick<ImportRow, "id" | "batchId" | "sheet" | "rowNo" | "message" | "cellsJson"> &
    Pick<ImportBatch, "fileName" | "importedAt"> & {
      invoiceId: Id;
      /** When the invoice came in; `null` when it was entered by hand. */
      enteredAt: string | null;
    }
>;

/** A line of an invoice, as far as rules look at it. */
export type InvoiceGoods = Pick<
  InvoiceLine,
  "invoiceId" | "goodsName" | "netCents" | "taxCents" | "grossCents"
>;

/** A paper behind a record, as far as rules look at it: what it is, and what it proves. */
export type FiledPaper = Pick<Attachment, "id" | "kind" | PaperOwner>;

export const paperOwners = [
  "projectId",
  "contractId",
  "supplementId",
  "acceptanceId",
  "invoiceId",
  "approvalId",
  "paymentId",
] as const satisfies readonly (keyof Attachment)[];
type PaperOwner = (typeof paperOwners)[number];

/** A paper that was brought in for a project, as it was read; not the text that it was read from. */
export type BroughtRow = Pick<BroughtPaper, "id" | "projectId" | "title" | "paperJson" | "broughtAt">;

/** What rules need of tables that are too large to be read whole. */
export type DerivedRow = Readonly<{
  importConflict: ImportConflict;
  /** Lines of voided invoices are among them: nothing leads to those. */
  invoiceGoods: InvoiceGoods;
  filedPaper: FiledPaper;
  broughtPaper: BroughtRow;
}>;

export type DerivedTable = keyof DerivedRow;

export type DerivedRows = Readonly<{ [Table in DerivedTable]: readonly DerivedRow[Table][] }>;
