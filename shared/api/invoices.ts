import { z } from "zod";
import type { ImportPreview } from "../invoices/preview.ts";
import type { Cents } from "../kernel/cents.ts";
import * as field from "../model/fields.ts";
import type { ImportBatch, Invoice, InvoiceLine } from "../model/invoice.ts";
import { byId, fileToken } from "./fields.ts";
import { route } from "./route.ts";

export type InvoiceView = Invoice &
  Readonly<{
    goods: string;
    /** gross with the red invoices that belong to it */
    payableCents: Cents;
    /** on approved and paid payments */
    usedCents: Cents;
    paymentNos: readonly string[];
    contractNo: string | null;
    /** Not yet on any payment although something is payable. */
    open: boolean;
  }>;

export type InvoiceDetail = Readonly<{
  invoice: InvoiceView;
  lines: readonly InvoiceLine[];
  redInvoices: readonly Invoice[];
  batch: ImportBatch | null;
}>;

export type CommitResult = Readonly<{ batch: ImportBatch }>;

export const invoiceRoutes = {
  "invoices.list": route<readonly InvoiceView[]>()(
    z.strictObject({ fiscalYear: field.fiscalYear.nullable() }),
  ),
  "invoices.get": route<InvoiceDetail>()(byId),
  /** Reads the file and says what an import would do. Reports progress, can be cancelled, writes nothing. */
  "invoices.previewImport": route<ImportPreview>()(z.strictObject({ file: fileToken })),
  /** Imports exactly what was shown, in one transaction. `leaveOut`: invoice numbers not to take. */
  "invoices.commitImport": route<CommitResult>()(
    z.strictObject({ previewId: z.string(), leaveOut: z.array(z.string()) }),
  ),
  "invoices.batches": route<readonly ImportBatch[]>()(z.strictObject({})),
  "invoices.undoBatch": route<ImportBatch>()(
    z.strictObject({ batchId: field.id, reason: z.string().trim().min(2, "请写明撤销原因") }),
  ),
} as const;
