import { z } from "zod";
import { label, list, orientation, span, tableTemplate, width } from "./shapes.ts";

/** The sheets that show what the ledger holds: plans, execution, registers, and the slips of one payment. */

export const payPlanColumns = [
  "label",
  "period",
  "earliestDate",
  "dueDate",
  "amount",
  "deduction",
  "invoiced",
  "paid",
  "remaining",
  "status",
  "note",
] as const;

export const paymentCheckColumns = [
  "seq",
  "paymentNo",
  "payee",
  "purpose",
  "contract",
  "instalments",
  "invoices",
  "amount",
  "paid",
  "state",
  "findings",
  "decisions",
] as const;

/** What is added up, and what is worked out of the sums. */
export const executionFigures = [
  "original",
  "allocated",
  "q1",
  "q2",
  "q3",
  "q4",
  "paid",
  "unspent",
  "rate",
  "progress",
  "difference",
] as const;

export const executionColumns = ["seq", "name", ...executionFigures] as const;

export const contractColumns = [
  "seq",
  "contractNo",
  "name",
  "vendor",
  "budgetLine",
  "signedOn",
  "term",
  "kind",
  "total",
  "invoiced",
  "paid",
  "unpaid",
  "state",
] as const;

export const invoiceColumns = [
  "seq",
  "number",
  "type",
  "issueDate",
  "seller",
  "goods",
  "net",
  "tax",
  "gross",
  "status",
  "payable",
  "used",
  "payments",
] as const;

const rentalLead = ["seq", "name", "contract", "item"] as const;
const rentalItem = ["terms", "due", "paid"] as const;

/** 设备 × 月: the months stand between the leading columns and the year, a quarter after each third. */
const rentalMonths = z.strictObject({
  title: label,
  yearLine: label,
  orientation,
  lead: list(z.strictObject({ key: z.enum(rentalLead), heading: label, width })),
  /** `{month}` is 1 to 12, `{quarter}` 1 to 4. */
  month: z.strictObject({ heading: label, width }),
  quarter: z.strictObject({ heading: label, width }),
  year: z.strictObject({ heading: label, width }),
  /** The rows of each device group, in their order. */
  items: list(z.strictObject({ key: z.enum(rentalItem), label })),
  signatures: z.array(label).readonly(),
});

const fundColumn = z.enum(["source", "amount", "used", "left", "rate"]);

const execution = tableTemplate(executionColumns).extend({
  /** 资金来源 under the table; the spans add up to its columns. */
  funding: z.strictObject({
    heading: label,
    columns: list(z.strictObject({ key: fundColumn, heading: label, span })),
  }),
});

const slipField = z.enum([
  "payer",
  "paymentNo",
  "requestedOn",
  "purpose",
  "payee",
  "method",
  "bank",
  "account",
  "project",
  "budgetLine",
  "contract",
  "instalments",
  "period",
  "contractSum",
  "paidBefore",
  "capital",
  "amount",
  "invoiceCount",
  "attachments",
  "note",
]);

const slipInvoiceColumn = z.enum(["seq", "number", "issueDate", "seller", "goods", "gross", "used"]);

/** A slip of one payment, on a grid of its own; the spans add up to the grid's columns in every row. */
const slip = z.strictObject({
  title: label,
  orientation,
  /** Written along the left edge, where slips are bound; null for none. */
  binding: label.nullable(),
  columns: list(width),
  /** Above the table, without lines: number, day, who pays. */
  above: list(z.strictObject({ label, field: slipField, span })),
  rows: list(list(z.strictObject({ label, field: slipField, labelSpan: span, valueSpan: span }))),
  /** The invoices it rests on. */
  invoices: z.strictObject({
    columns: list(z.strictObject({ key: slipInvoiceColumn, heading: label, span })),
    total: label,
    none: label,
  }),
  /** What the check says; null leaves it out. */
  findings: z.strictObject({ label, labelSpan: span, none: label }).nullable(),
  /** Blank room to paste vouchers on; null for none. Height in points. */
  paste: z.strictObject({ label, height: z.number().min(20).max(600) }).nullable(),
  signatures: list(
    z.strictObject({ label, span, name: z.enum(["handledBy", "reviewedBy", "approvedBy"]).nullable() }),
  ),
  /** Under each signature; the day is written by hand. */
  signedOn: label,
});

export const ledgerSheetShapes = {
  rentalMonths,
  payPlan: tableTemplate(payPlanColumns),
  execution,
  paymentCheck: tableTemplate(paymentCheckColumns),
  contracts: tableTemplate(contractColumns),
  invoices: tableTemplate(invoiceColumns),
  approvalSlip: slip,
  voucherSlip: slip,
} as const;

const shapes = z.strictObject(ledgerSheetShapes);
export type LedgerSheets = Readonly<z.infer<typeof shapes>>;

export type PayPlanColumn = (typeof payPlanColumns)[number];
export type PaymentCheckColumn = (typeof paymentCheckColumns)[number];
export type ExecutionColumn = (typeof executionColumns)[number];
export type ContractColumn = (typeof contractColumns)[number];
export type InvoiceColumn = (typeof invoiceColumns)[number];
export type RentalMonthsTemplate = LedgerSheets["rentalMonths"];
export type RentalItem = (typeof rentalItem)[number];
export type FundColumn = z.infer<typeof fundColumn>;
export type SlipTemplate = LedgerSheets["approvalSlip"];
export type SlipField = z.infer<typeof slipField>;
export type SlipInvoiceColumn = z.infer<typeof slipInvoiceColumn>;
