import { z } from "zod";
import * as field from "./fields.ts";

export const invoiceStatuses = ["normal", "void", "redFull", "redPartial"] as const;
export const riskLevels = ["normal", "abnormal", "suspect"] as const;

/** 发票. `number` is its identity: 20 digits, or code and number of the older kinds brought to one form. */
export const invoice = z.strictObject({
  id: field.id,
  number: field.name,
  type: field.text.describe("发票票种"),
  sellerName: field.text,
  sellerTaxId: field.text,
  buyerName: field.text,
  buyerTaxId: field.text,
  issueDate: field.date,
  netCents: field.cents,
  taxCents: field.cents,
  grossCents: field.cents,
  status: z.enum(invoiceStatuses),
  isRed: field.flag,
  blueNumber: field.text.nullable().describe("红字发票对应的蓝字号码"),
  riskLevel: z.enum(riskLevels),
  source: field.text.describe("发票来源"),
  drawer: field.text,
  remark: field.text,
  vendorId: field.id.nullable(),
  entry: z.enum(["import", "manual"]),
  batchId: field.id.nullable(),
  ...field.voidable,
});
export type Invoice = Readonly<z.infer<typeof invoice>>;

export const invoiceLine = z.strictObject({
  id: field.id,
  invoiceId: field.id,
  seq: z.int().min(1),
  taxCategoryCode: field.text,
  goodsName: field.text,
  spec: field.text,
  unitName: field.text,
  quantity: field.decimal.nullable(),
  unitPrice: field.decimal.nullable(),
  netCents: field.cents,
  taxRate: field.text,
  taxCents: field.cents,
  grossCents: field.cents,
});
export type InvoiceLine = Readonly<z.infer<typeof invoiceLine>>;

export const rowResults = ["new", "unchanged", "changed", "conflict", "rejected"] as const;

export const importBatch = z.strictObject({
  id: field.id,
  kind: z.enum(["invoices", "payments"]),
  source: field.text.describe("认出的来源，例如 全量发票查询"),
  fileName: field.text,
  fileHash: field.text.describe("SHA-256"),
  sheetsJson: field.json.describe("各工作表：名称、表头行、列对应"),
  rowCount: z.int().min(0),
  newCount: z.int().min(0),
  unchangedCount: z.int().min(0),
  changedCount: z.int().min(0),
  conflictCount: z.int().min(0),
  rejectedCount: z.int().min(0),
  importedAt: field.instant,
  importedBy: field.text,
  ...field.voidable,
});
export type ImportBatch = Readonly<z.infer<typeof importBatch>>;

/**
 * What became of one invoice or refused row of a batch. `beforeJson` is the invoice as it was before it was changed, so
 * that the batch can be undone; `cellsJson` the cells of a refused row, or of a conflict those that contradict the ledger,
 * so that nothing that was read is lost.
 */
export const importRow = z.strictObject({
  id: field.id,
  batchId: field.id,
  sheet: field.text,
  rowNo: z.int().min(0),
  number: field.text,
  result: z.enum(rowResults),
  message: field.text,
  invoiceId: field.id.nullable(),
  beforeJson: field.json.nullable(),
  cellsJson: field.json.nullable(),
  paymentId: field.id.nullable(),
});
export type ImportRow = Readonly<z.infer<typeof importRow>>;
