import { z } from "zod";
import type { InvoiceComparison } from "../invoices/compareSides.ts";
import type { FieldChoice, FileInspection, RememberedSource } from "../invoices/inspection.ts";
import type { ImportPreview } from "../invoices/preview.ts";
import type { InvoiceAlarm, LoneRed, RedPair } from "../invoices/relation.ts";
import { cellFix, said } from "../invoices/said.ts";
import type { Cents } from "../kernel/cents.ts";
import * as field from "../model/fields.ts";
import type { ImportBatch, Invoice, InvoiceLine } from "../model/invoice.ts";
import { byId, fileToken, nothing } from "./fields.ts";
import { route } from "./route.ts";

/** What is worked out of an invoice: what may be paid on it, and what was. */
export type InvoiceStanding = Readonly<{
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

export type InvoiceView = Invoice & InvoiceStanding;

/** As lists show it, of which there may be 100,000: the rest is asked for when one is opened. */
export type InvoiceRow = InvoiceStanding &
  Pick<
    Invoice,
    | "id"
    | "number"
    | "type"
    | "issueDate"
    | "sellerName"
    | "netCents"
    | "taxCents"
    | "grossCents"
    | "status"
    | "isRed"
    | "riskLevel"
    | "batchId"
    | "voidedAt"
  >;

export type InvoiceDetail = Readonly<{
  invoice: InvoiceView;
  lines: readonly InvoiceLine[];
  redInvoices: readonly Invoice[];
  /** It was voided or taken back while payments use it. */
  alarm: InvoiceAlarm | null;
  /** Of a red one whose blue one is not in the ledger: which it may be. */
  lone: LoneRed | null;
  /** Of a blue one that something took back. */
  pair: RedPair | null;
  batch: ImportBatch | null;
}>;

/** What a list is taken from: a picked file or folder, or rows copied from Excel or WPS. */
export const listSource = z.union([
  z.strictObject({ file: fileToken }),
  z.strictObject({ text: z.string().min(1).max(20_000_000) }),
]);
export type InvoiceSource = z.infer<typeof listSource>;

export type CommitResult = Readonly<{ batch: ImportBatch }>;

export const invoiceRoutes = {
  "invoices.list": route<readonly InvoiceRow[]>()(
    z.strictObject({ fiscalYear: field.fiscalYear.nullable() }),
  ),
  "invoices.get": route<InvoiceDetail>()(byId),
  /** Looks at the beginning of each sheet: what an import would take for what, and why. */
  "invoices.inspect": route<FileInspection>()(z.strictObject({ source: listSource, said: said.nullable() })),
  "invoices.fields": route<readonly FieldChoice[]>()(nothing),
  /** Reads the list and says what an import would do. Reports progress, can be cancelled, writes nothing. */
  "invoices.previewImport": route<ImportPreview>()(
    z.strictObject({
      source: listSource,
      said: said.nullable(),
      fixes: z.array(cellFix).max(5_000).readonly(),
    }),
  ),
  /** An invoice of a preview beside the one of the ledger, whatever became of it. */
  "invoices.compare": route<InvoiceComparison>()(
    z.strictObject({ previewId: z.string(), number: z.string() }),
  ),
  /**
   * Imports exactly what was shown, in one transaction. `leaveOut`: invoice numbers not to take. `rememberAs`: the name
   * under which the columns are kept for the next list with the same titles; it becomes the batch's source.
   */
  "invoices.commitImport": route<CommitResult>()(
    z.strictObject({
      previewId: z.string(),
      leaveOut: z.array(z.string()),
      rememberAs: z.string().trim().max(60).nullable(),
    }),
  ),
  /** A workbook with the rows that were refused, each with the reason. */
  "invoices.saveRejected": route<Readonly<{ fileName: string }>>()(
    z.strictObject({ previewId: z.string(), file: fileToken }),
  ),
  /** Lists whose columns were said before. */
  "invoices.sources": route<readonly RememberedSource[]>()(nothing),
  "invoices.forgetSource": route<readonly RememberedSource[]>()(z.strictObject({ fingerprint: z.string() })),
  "invoices.batches": route<readonly ImportBatch[]>()(z.strictObject({})),
  "invoices.undoBatch": route<ImportBatch>()(
    z.strictObject({ batchId: field.id, reason: z.string().trim().min(2, "请写明撤销原因") }),
  ),
} as const;
