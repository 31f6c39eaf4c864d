import type { Database } from "better-sqlite3";
import {
  cents,
  createTable,
  date,
  flag,
  inOrder,
  name,
  oneOf,
  optional,
  reference,
  text,
  voidable,
} from "./ddl.ts";

export function createPaymentTables(database: Database): void {
  createTable(database, "payment", {
    columns: {
      paymentNo: name,
      state: oneOf("draft", "pending", "approved", "paid"),
      projectId: reference("project"),
      budgetLineId: optional(reference("budgetLine")),
      contractId: optional(reference("contract")),
      vendorId: optional(reference("vendor")),
      payerUnitId: optional(reference("ownUnit")),
      payeeName: name,
      payeeTaxId: text,
      payeeAccountNo: text,
      purpose: text,
      amountCents: cents,
      isAdvance: flag,
      periodFrom: optional(date),
      periodTo: optional(date),
      requestedOn: date,
      paidOn: optional(date),
      method: oneOf("direct", "authorised", "transfer", "officialCard", "cash"),
      economicCode: text,
      handledBy: text,
      reviewedBy: text,
      approvedBy: text,
      voucherNo: text,
      note: text,
      ...voidable,
    },
    checks: [inOrder("periodFrom", "periodTo")],
    unique: [["paymentNo"]],
  });
  createTable(database, "approval", {
    columns: {
      kind: oneOf("minutes", "approvalForm"),
      documentNo: text,
      title: name,
      approvedOn: date,
      projectId: optional(reference("project")),
      contractId: optional(reference("contract")),
      paymentId: optional(reference("payment")),
      content: text,
      ...voidable,
    },
  });
  createTable(database, "allocation", {
    columns: {
      paymentId: reference("payment"),
      instalmentId: optional(reference("instalment")),
      invoiceId: optional(reference("invoice")),
      amountCents: cents,
    },
    checks: [
      {
        name: "instalmentId, invoiceId",
        condition: `"instalmentId" is not null or "invoiceId" is not null`,
      },
    ],
  });
}
