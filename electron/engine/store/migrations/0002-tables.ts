import type { Database } from "better-sqlite3";
import {
  cents,
  createTable,
  date,
  decimal,
  inOrder,
  instant,
  integer,
  json,
  matching,
  name,
  nonNegativeCents,
  oneOf,
  optional,
  reference,
  text,
  voidable,
} from "./ddl.ts";

const validity = { validFrom: optional(date), validTo: optional(date) } as const;
const validInOrder = [inOrder("validFrom", "validTo")];

/** What contracts, rentals, budget control, attachments and self-evaluation need beside the first shape. */
export function createSecondTables(database: Database): void {
  createOfficeTables(database);
  createProjectTables(database);
  createContractTables(database);
  createPaymentTables(database);
  createNeedTables(database);
  createAttachmentTables(database);
}

function createOfficeTables(database: Database): void {
  createTable(database, "holiday", {
    columns: { onDate: date, kind: oneOf("holiday", "workday"), name: text },
    unique: [["onDate"]],
  });
  createTable(database, "staff", {
    columns: {
      staffNo: text,
      name,
      post: text,
      size: text,
      joinedOn: optional(date),
      leftOn: optional(date),
      note: text,
      ...voidable,
    },
    checks: [inOrder("joinedOn", "leftOn")],
  });
}

function createProjectTables(database: Database): void {
  createTable(database, "projectName", {
    columns: { projectId: reference("project"), name, ...validity },
    checks: validInOrder,
  });
  createTable(database, "selfEvaluation", {
    columns: {
      projectId: reference("project"),
      executedCents: optional(cents),
      executionReason: text,
      goalResult: text,
      problems: text,
      measures: text,
      evaluatedOn: optional(date),
      evaluatedBy: text,
    },
    unique: [["projectId"]],
  });
  createTable(database, "quarterPlan", {
    columns: { budgetLineId: reference("budgetLine"), quarter: integer(1, 4), amountCents: nonNegativeCents },
    unique: [["budgetLineId", "quarter"]],
  });
}

function createContractTables(database: Database): void {
  createTable(database, "contractPrice", {
    columns: {
      contractId: reference("contract"),
      name,
      unitName: text,
      unitPrice: decimal,
      ...validity,
    },
    checks: validInOrder,
  });
  createTable(database, "milestone", {
    columns: {
      contractId: reference("contract"),
      seq: integer(1),
      name,
      dueOn: date,
      amountCents: nonNegativeCents,
    },
    unique: [["contractId", "seq"]],
  });
  createTable(database, "bondMovement", {
    columns: {
      contractId: reference("contract"),
      kind: oneOf("receive", "release", "forfeit"),
      movedOn: date,
      amountCents: nonNegativeCents,
      instrument: oneOf("cash", "guarantee"),
      documentNo: text,
      note: text,
      ...voidable,
    },
  });
  createTable(database, "device", {
    columns: {
      rentalId: reference("rental"),
      deviceNo: name,
      model: text,
      holder: text,
      inOn: date,
      outOn: optional(date),
      note: text,
      ...voidable,
    },
    checks: [inOrder("inOn", "outOn")],
    unique: [["rentalId", "deviceNo"]],
  });
  createTable(database, "measuredItem", {
    columns: {
      instalmentId: reference("instalment"),
      contractPriceId: optional(reference("contractPrice")),
      name,
      unitName: text,
      quantity: decimal,
      unitPrice: decimal,
      amountCents: cents,
    },
  });
}

function createPaymentTables(database: Database): void {
  createTable(database, "paymentStep", {
    columns: {
      paymentId: reference("payment"),
      seq: integer(1),
      action: oneOf(
        ...(["submit", "review", "approve", "pay", "return", "withdraw"] as const),
        ...(["void", "offset", "exchange", "moveBack"] as const),
      ),
      by: name,
      at: instant,
      opinion: text,
      findingsJson: optional(json),
    },
    unique: [["paymentId", "seq"]],
  });
}

function createNeedTables(database: Database): void {
  createTable(database, "need", {
    columns: {
      projectId: reference("project"),
      budgetLineId: optional(reference("budgetLine")),
      kind: oneOf("uniform", "supplies", "publicity", "other"),
      name,
      unitName: text,
      unitPrice: optional(decimal),
      quantity: optional(decimal),
      perPerson: optional(decimal),
      replaceYears: optional(integer(1, 20)),
      note: text,
      ...voidable,
    },
  });
  createTable(database, "needIssue", {
    columns: {
      needId: reference("need"),
      staffId: optional(reference("staff")),
      issuedOn: date,
      quantity: decimal,
      paymentId: optional(reference("payment")),
      note: text,
      ...voidable,
    },
  });
}

function createAttachmentTables(database: Database): void {
  createTable(database, "attachmentContent", {
    columns: { sha256: matching("[0-9a-f]".repeat(64)), base64: text },
    unique: [["sha256"]],
  });
  createTable(database, "attachment", {
    columns: {
      contentId: reference("attachmentContent"),
      kind: oneOf(
        "contractScan",
        "countersign",
        "legalReview",
        "invoice",
        "goodsList",
        "acceptance",
        "approval",
        "minutes",
        "payeeProof",
        "other",
      ),
      fileName: name,
      mediaType: name,
      sizeBytes: integer(0),
      projectId: optional(reference("project")),
      contractId: optional(reference("contract")),
      supplementId: optional(reference("supplement")),
      acceptanceId: optional(reference("acceptance")),
      invoiceId: optional(reference("invoice")),
      approvalId: optional(reference("approval")),
      paymentId: optional(reference("payment")),
      addedAt: instant,
      addedBy: text,
      note: text,
      ...voidable,
    },
  });
}
