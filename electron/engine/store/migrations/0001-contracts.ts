import type { Database } from "better-sqlite3";
import {
  cents,
  createFilledUniqueIndex,
  createTable,
  date,
  decimal,
  flag,
  inOrder,
  integer,
  name,
  nonNegativeCents,
  oneOf,
  optional,
  reference,
  text,
  voidable,
} from "./ddl.ts";

const basisPoints = integer(0, 100_000);
const validity = { validFrom: optional(date), validTo: optional(date) } as const;
const period = { periodFrom: date, periodTo: date } as const;

export function createContractTables(database: Database): void {
  createVendorTables(database);
  createTable(database, "contract", {
    columns: {
      contractNo: name,
      name,
      kind: oneOf("quarterly", "monthly", "milestone", "oneOff", "asNeeded", "framework"),
      projectId: reference("project"),
      budgetLineId: reference("budgetLine"),
      vendorId: reference("vendor"),
      ownUnitId: optional(reference("ownUnit")),
      parentContractId: optional(reference("contract")),
      subject: text,
      amountCents: optional(nonNegativeCents),
      signedOn: optional(date),
      awardedOn: optional(date),
      startDate: date,
      endDate: date,
      payTiming: oneOf("periodStart", "periodEnd", "afterInvoiceAndAcceptance"),
      payWithinDays: integer(0, 365),
      dayKind: oneOf("calendar", "working"),
      acceptanceRequired: flag,
      advanceCents: nonNegativeCents,
      retentionBp: basisPoints,
      bondCents: nonNegativeCents,
      releaseDate: optional(date),
      exceedBp: basisPoints,
      procurementMethod: text,
      state: oneOf("draft", "active", "suspended", "ended"),
      note: text,
      ...voidable,
    },
    checks: [inOrder("startDate", "endDate")],
    unique: [["contractNo"]],
  });
  createTable(database, "supplement", {
    columns: {
      contractId: reference("contract"),
      supplementNo: name,
      signedOn: date,
      effectiveOn: date,
      kind: oneOf("amount", "price", "term", "suspend", "resume", "terminate"),
      deltaCents: cents,
      newEndDate: optional(date),
      description: text,
      ...voidable,
    },
    unique: [["contractId", "supplementNo"]],
  });
  createScheduleTables(database);
}

function createVendorTables(database: Database): void {
  createTable(database, "vendor", {
    columns: {
      name,
      creditCode: optional(text),
      isSmallOrMedium: optional(flag),
      note: text,
      ...voidable,
    },
  });
  createFilledUniqueIndex(database, "vendor", "creditCode");
  createTable(database, "vendorName", {
    columns: { vendorId: reference("vendor"), name, ...validity, source: oneOf("manual", "learned") },
    checks: [inOrder("validFrom", "validTo")],
  });
  createTable(database, "vendorAccount", {
    columns: { vendorId: reference("vendor"), accountName: name, bank: text, accountNo: name, ...validity },
    checks: [inOrder("validFrom", "validTo")],
  });
}

function createScheduleTables(database: Database): void {
  createTable(database, "rental", {
    columns: {
      contractId: reference("contract"),
      name,
      unitName: text,
      proration: oneOf("wholeMonth", "daily"),
      note: text,
      ...voidable,
    },
  });
  createTable(database, "rentalSegment", {
    columns: {
      rentalId: reference("rental"),
      validFrom: date,
      validTo: optional(date),
      quantity: decimal,
      unitPrice: decimal,
      free: flag,
      note: text,
    },
    checks: [inOrder("validFrom", "validTo")],
  });
  createTable(database, "instalment", {
    columns: {
      contractId: reference("contract"),
      rentalId: optional(reference("rental")),
      seq: integer(1),
      kind: oneOf("regular", "advance", "retention"),
      label: text,
      ...period,
      amountCents: nonNegativeCents,
      deductionCents: nonNegativeCents,
      earliestDate: optional(date),
      dueDate: optional(date),
      ...voidable,
    },
    checks: [inOrder("periodFrom", "periodTo"), inOrder("earliestDate", "dueDate")],
    unique: [["contractId", "seq"]],
  });
  createTable(database, "acceptance", {
    columns: {
      contractId: reference("contract"),
      instalmentId: optional(reference("instalment")),
      documentNo: text,
      acceptedOn: date,
      ...period,
      result: oneOf("pass", "conditional", "fail"),
      score: optional(decimal),
      deductionCents: nonNegativeCents,
      acceptedBy: text,
      note: text,
      ...voidable,
    },
    checks: [inOrder("periodFrom", "periodTo")],
  });
}
