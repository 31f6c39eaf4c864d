import type { Database } from "better-sqlite3";
import {
  cents,
  createIndex,
  createTable,
  date,
  decimal,
  flag,
  instant,
  integer,
  json,
  name,
  oneOf,
  optional,
  reference,
  text,
  voidable,
} from "./ddl.ts";

const count = integer(0);
const money = { netCents: cents, taxCents: cents, grossCents: cents } as const;

export function createInvoiceTables(database: Database): void {
  createTable(database, "importBatch", {
    columns: {
      kind: oneOf("invoices", "payments"),
      source: text,
      fileName: text,
      fileHash: text,
      sheetsJson: json,
      rowCount: count,
      newCount: count,
      unchangedCount: count,
      changedCount: count,
      conflictCount: count,
      rejectedCount: count,
      importedAt: instant,
      importedBy: text,
      ...voidable,
    },
  });
  createTable(database, "invoice", {
    columns: {
      number: name,
      type: text,
      sellerName: text,
      sellerTaxId: text,
      buyerName: text,
      buyerTaxId: text,
      issueDate: date,
      ...money,
      status: oneOf("normal", "void", "redFull", "redPartial"),
      isRed: flag,
      blueNumber: optional(text),
      riskLevel: oneOf("normal", "abnormal", "suspect"),
      source: text,
      drawer: text,
      remark: text,
      vendorId: optional(reference("vendor")),
      entry: oneOf("import", "manual"),
      batchId: optional(reference("importBatch")),
      ...voidable,
    },
    unique: [["number"]],
  });
  createIndex(database, "invoice", ["blueNumber"]);
  createTable(database, "invoiceLine", {
    columns: {
      invoiceId: reference("invoice"),
      seq: integer(1),
      taxCategoryCode: text,
      goodsName: text,
      spec: text,
      unitName: text,
      quantity: optional(decimal),
      unitPrice: optional(decimal),
      netCents: cents,
      taxRate: text,
      taxCents: cents,
      grossCents: cents,
    },
    unique: [["invoiceId", "seq"]],
  });
  createTable(database, "importRow", {
    columns: {
      batchId: reference("importBatch"),
      sheet: text,
      rowNo: count,
      number: text,
      result: oneOf("new", "unchanged", "changed", "conflict", "rejected"),
      message: text,
      invoiceId: optional(reference("invoice")),
      beforeJson: optional(json),
      cellsJson: optional(json),
    },
  });
}
