import { z } from "zod";
import type { FixedCell } from "../invoices/cellFixer.ts";
import type { RowResult } from "../invoices/preview.ts";
import type { InvoiceAlarm, InvoiceBrief, InvoiceUse, LoneRed, RedPair } from "../invoices/relation.ts";
import { ticketKinds } from "../invoices/ticketKinds.ts";
import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Id } from "../kernel/id.ts";
import * as field from "../model/fields.ts";
import type { ImportBatch, Invoice } from "../model/invoice.ts";
import { invoiceStatuses } from "../model/invoice.ts";
import { byId, newOrOld, voiding } from "./fields.ts";
import type { InvoiceDetail } from "./invoices.ts";
import { route } from "./route.ts";

export type InvoiceRelations = Readonly<{
  alarms: readonly InvoiceAlarm[];
  lone: readonly LoneRed[];
  pairs: readonly RedPair[];
}>;

/** Where the ticket says something else than the ledger. */
export type ScanDifference = Readonly<{ label: string; ledger: string; ticket: string }>;

/** `null` where the code does not say it. */
export type ScanDraft = Readonly<{
  kind: (typeof ticketKinds)[number];
  /** Canonical, and apart as a form asks for it. */
  number: string;
  code: string;
  plainNumber: string;
  type: string;
  issueDate: IsoDate | null;
  netCents: Cents | null;
  grossCents: Cents | null;
  checkCode: string;
}>;

/** What a scanned code comes to: an invoice of the ledger, or what is known of one that is not there yet. */
export type Scanned =
  | Readonly<{ kind: "found"; invoice: Invoice; differences: readonly ScanDifference[] }>
  | Readonly<{ kind: "draft"; draft: ScanDraft; missing: readonly string[] }>;

/** What became of one row of a file, as the list of 100,000 shows it; its invoice is as it is now. */
export type BatchLine = Readonly<{
  id: Id;
  sheet: string;
  /** 0: the whole file. */
  row: number;
  number: string;
  result: RowResult;
  message: string;
  /** Null for what never became an invoice, and so are its seller and amount. */
  invoiceId: Id | null;
  sellerName: string | null;
  grossCents: Cents | null;
}>;

/** What became of one row of a file, in full. */
export type BatchRow = Readonly<{
  id: Id;
  sheet: string;
  row: number;
  number: string;
  result: RowResult;
  message: string;
  invoiceId: Id | null;
  /** The invoice as it is now; null for what never became one. */
  invoice: InvoiceBrief | null;
  changes: readonly Readonly<{ label: string; before: string; after: string }>[];
  /** What the row said, by the titles of its columns: of refused rows and conflicts. */
  cells: readonly Readonly<{ title: string; text: string }>[];
}>;

/** What keeps a batch from being undone. */
export type BatchObstacle = Readonly<{
  /** `used`: on a payment; `laterBatch`: changed by a later import; `changed`: changed or voided by hand. */
  kind: "used" | "laterBatch" | "changed";
  invoiceId: Id;
  number: string;
  use: InvoiceUse | null;
  /** Of the later batch. */
  batchId: Id | null;
  fileName: string | null;
}>;

/** A sheet as the import read it: which column was taken for what. */
export type KeptSheet = Readonly<{
  name: string;
  /** 1 is the first row of the sheet. */
  headerRow: number;
  kind: "invoices" | "lines" | "ignored";
  /** `index` 0 is column A; `field` is null for what was not used. */
  columns: readonly Readonly<{ index: number; title: string; field: string | null }>[];
  /** Cells that were read as the officer said, with what the file says. */
  fixed: readonly FixedCell[];
}>;

export type BatchDetail = Readonly<{
  batch: ImportBatch;
  sheets: readonly KeptSheet[];
  /** Invoices that this batch changed or took back while they were used. */
  alarms: readonly InvoiceAlarm[];
  obstacles: readonly BatchObstacle[];
}>;

export const manualLine = z.strictObject({
  goodsName: field.name,
  spec: field.text,
  unitName: field.text,
  quantity: field.decimal.nullable(),
  unitPrice: field.decimal.nullable(),
  taxRate: field.text,
  netCents: field.cents,
  taxCents: field.cents,
});
export type ManualLine = z.infer<typeof manualLine>;

/** A ticket entered by hand. Two of the three amounts are enough. */
export const manualInvoice = z.strictObject({
  ...newOrOld,
  kind: z.enum(ticketKinds),
  /** 代码, empty where the kind has none. */
  code: field.text,
  number: field.name,
  type: field.name,
  issueDate: field.date,
  sellerName: field.name,
  sellerTaxId: field.text,
  /** Null: found by tax number or name, if it is registered. */
  vendorId: field.id.nullable(),
  /** Registers the seller as a vendor. */
  newVendor: z.boolean(),
  buyerName: field.text,
  buyerTaxId: field.text,
  netCents: field.cents.nullable(),
  taxCents: field.cents.nullable(),
  grossCents: field.cents.nullable(),
  isRed: z.boolean(),
  blueNumber: field.text,
  status: z.enum(invoiceStatuses),
  drawer: field.text,
  remark: field.text,
  lines: z.array(manualLine),
});
export type ManualInvoice = z.infer<typeof manualInvoice>;

export const invoiceLifeRoutes = {
  /** Looks again at what an import did, and what became of it since. */
  "invoices.batch": route<BatchDetail>()(byId),
  /** All rows of it, in the order of the file. Unchanged invoices were counted only. */
  "invoices.batchRows": route<readonly BatchLine[]>()(byId),
  /** One of them in full. */
  "invoices.batchRow": route<BatchRow>()(byId),
  /** Text of a QR code, or a number: the invoice, or what is known of a new one. Writes nothing. */
  "invoices.scan": route<Scanned>()(z.strictObject({ text: z.string().max(2_000) })),
  "invoices.saveManual": route<InvoiceDetail>()(manualInvoice),
  "invoices.void": route<null>()(voiding),
  "invoices.relations": route<InvoiceRelations>()(
    z.strictObject({ fiscalYear: field.fiscalYear.nullable() }),
  ),
  /** Which blue invoice a red one takes back, said by a person; null: not known. */
  "invoices.setBlue": route<InvoiceDetail>()(
    z.strictObject({ id: field.id, blueNumber: z.string().trim().min(1).nullable() }),
  ),
} as const;
