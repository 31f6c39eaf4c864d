import type { Database } from "better-sqlite3";
import { createLifeTriggers, freezeRows, keepRows, type Reference } from "./0001-triggers.ts";
import { createClosedYears } from "./0002-closedYears.ts";
import { createSecondTables } from "./0002-tables.ts";
import {
  addColumn,
  createIndex,
  createPartialIndex,
  decimal,
  integer,
  oneOf,
  optional,
  reference,
  text,
} from "./ddl.ts";

/** The second shape: tables more, columns more, and the rules of the first shape for both. */
export function createSecondShape(database: Database): void {
  createSecondTables(database);
  addColumns(database);
  indexChangeLog(database);
  createLifeTriggers(database, isOfSecondShape);
  for (const table of keptTables) keepRows(database, table);
  for (const table of ["paymentStep", "attachmentContent"]) freezeRows(database, table);
  createClosedYears(database);
}

function addColumns(database: Database): void {
  addColumn(database, "contract", "advanceOffset", {
    column: oneOf("even", "first", "last"),
    value: "even",
  });
  addColumn(database, "payment", "refundOfId", { column: optional(reference("payment")) });
  addColumn(database, "payment", "capitalText", { column: text, value: "" });
  addColumn(database, "payment", "batchId", { column: optional(reference("importBatch")) });
  addColumn(database, "importRow", "paymentId", { column: optional(reference("payment")) });
  addColumn(database, "budgetLine", "control", {
    column: oneOf("block", "warn", "ignore"),
    value: "block",
  });
  addColumn(database, "indicatorActual", "score", { column: optional(decimal) });
  addColumn(database, "changeLog", "step", { column: optional(integer(1)) });
  addColumn(database, "changeLog", "undoesStep", { column: optional(integer(1)) });
}

/** Steps in their order, those that take others back, and, for parts that left a record, what rows were before. */
function indexChangeLog(database: Database): void {
  createIndex(database, "changeLog", ["step", "seq"]);
  createPartialIndex(database, "changeLog", {
    columns: ["undoesStep", "step"],
    where: `"undoesStep" is not null`,
  });
  createPartialIndex(database, "changeLog", {
    columns: ["entity", "entityId"],
    where: `"beforeJson" is not null`,
  });
}

const keptTables = [
  "staff",
  "selfEvaluation",
  "bondMovement",
  "device",
  "paymentStep",
  "need",
  "needIssue",
  "attachment",
  "attachmentContent",
];

const newTables = new Set(keptTables);
const newColumns = new Set(["payment.refundOfId", "payment.batchId"]);

const isOfSecondShape = ({ child, column }: Reference): boolean =>
  newTables.has(child) || newColumns.has(`${child}.${column}`);
