import type { Database } from "better-sqlite3";
import {
  cents,
  createIndex,
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

const seq = integer(1);

export function createProjectTables(database: Database): void {
  createTable(database, "project", {
    columns: {
      code: name,
      name,
      fiscalYear: integer(2000, 2100),
      category: text,
      nature: text,
      departmentUnitId: optional(reference("ownUnit")),
      implementingUnitId: optional(reference("ownUnit")),
      startDate: optional(date),
      endDate: optional(date),
      functionCode: text,
      overallGoal: text,
      annualGoal: text,
      template: name,
      note: text,
      ...voidable,
    },
    checks: [inOrder("startDate", "endDate")],
    unique: [["code"]],
  });
  createIndex(database, "project", ["fiscalYear"]);
  createTable(database, "narrativeSection", {
    columns: { projectId: reference("project"), seq, heading: name, body: text },
  });
  createTable(database, "policyBasis", {
    columns: { projectId: reference("project"), seq, title: name, documentNo: text, content: text },
  });
  createTable(database, "fundingSource", {
    columns: {
      projectId: reference("project"),
      scope: oneOf("total", "annual"),
      kind: oneOf("sum", "fiscal", "currentAppropriation", "carryOver", "other"),
      amountCents: nonNegativeCents,
    },
    unique: [["projectId", "scope", "kind"]],
  });
  createBudgetTables(database);
  createIndicatorTables(database);
}

function createBudgetTables(database: Database): void {
  createTable(database, "budgetLine", {
    columns: {
      projectId: reference("project"),
      seq,
      name,
      economicCode: text,
      payMode: oneOf("quarterly", "monthly", "oneOff", "asNeeded"),
      quantity: optional(decimal),
      unitName: text,
      unitPrice: optional(decimal),
      periods: optional(decimal),
      amountCents: nonNegativeCents,
      basis: text,
      procurementType: oneOf("goods", "works", "services", "none"),
      procurementItem: text,
      smeReserved: flag,
      note: text,
      ...voidable,
    },
  });
  createTable(database, "budgetAdjustment", {
    columns: {
      groupId: name,
      budgetLineId: reference("budgetLine"),
      adjustedOn: date,
      deltaCents: cents,
      reason: name,
      documentNo: text,
      ...voidable,
    },
  });
  createIndex(database, "budgetAdjustment", ["groupId"]);
}

function createIndicatorTables(database: Database): void {
  createTable(database, "indicator", {
    columns: {
      projectId: reference("project"),
      seq,
      level1: name,
      level2: name,
      name,
      valueText: text,
      weight: optional(decimal),
      baseValue: text,
      evidence: text,
      budgetLineId: optional(reference("budgetLine")),
      ...voidable,
    },
  });
  createTable(database, "indicatorActual", {
    columns: {
      indicatorId: reference("indicator"),
      periodTo: date,
      valueText: text,
      source: text,
      outlook: text,
      reason: text,
    },
    unique: [["indicatorId", "periodTo"]],
  });
}
