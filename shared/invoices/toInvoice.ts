import type { Id } from "../kernel/id.ts";
import type { Invoice, InvoiceLine } from "../model/invoice.ts";
import type { InvoiceDraft, LineDraft } from "./invoiceDraft.ts";

type InvoiceProps = Readonly<{ id: Id; batchId: Id | null; vendorId: Id | null }>;

/** The row of the ledger that an invoice read from a file becomes. What the file does not say is empty or normal. */
export const toInvoice = (draft: InvoiceDraft, { id, batchId, vendorId }: InvoiceProps): Invoice => ({
  id,
  number: draft.number,
  type: draft.stated.type ?? "",
  sellerName: draft.stated.sellerName ?? "",
  sellerTaxId: draft.stated.sellerTaxId ?? "",
  buyerName: draft.stated.buyerName ?? "",
  buyerTaxId: draft.stated.buyerTaxId ?? "",
  issueDate: draft.stated.issueDate,
  netCents: draft.amounts.net,
  taxCents: draft.amounts.tax,
  grossCents: draft.amounts.gross,
  status: draft.stated.status ?? "normal",
  isRed: draft.isRed ? 1 : 0,
  blueNumber: draft.blueNumber,
  riskLevel: draft.stated.riskLevel ?? "normal",
  source: draft.stated.source ?? "",
  drawer: draft.stated.drawer ?? "",
  remark: draft.stated.remark ?? "",
  vendorId,
  entry: "import",
  batchId,
  voidedAt: null,
  voidReason: null,
});

export const toInvoiceLine = (
  line: LineDraft,
  { id, invoiceId, seq }: Readonly<{ id: Id; invoiceId: Id; seq: number }>,
): InvoiceLine => ({ id, invoiceId, seq, ...line });
