import type { Database } from "better-sqlite3";
import { createLifeTriggers, freezeRows, keepRows, type Reference } from "./0001-triggers.ts";
import {
  addColumn,
  cents,
  createPartialIndex,
  createTable,
  date,
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

/**
 * The third shape: papers that wait for their invoice, and what it takes to write, hand in and compare the filings. Closed
 * years leave all of it open: filings are answered for in the year after, templates and papers brought in are of no year.
 */
export function createThirdShape(database: Database): void {
  addColumn(database, "attachment", "invoiceNumber", { column: optional(name) });
  createPartialIndex(database, "attachment", {
    columns: ["invoiceNumber"],
    where: `"invoiceNumber" is not null`,
  });
  createFilingTables(database);
  addFilingColumns(database);
  createLifeTriggers(database, isOfThirdShape);
  for (const table of ["formTemplate", "broughtPaper", "submission", "monitoring", "filingFile"])
    keepRows(database, table);
  freezeRows(database, "filingFile");
}

function createFilingTables(database: Database): void {
  createTable(database, "formTemplate", {
    columns: {
      key: name,
      title: name,
      basedOn: name,
      templateJson: json,
      changedAt: instant,
      changedBy: text,
      note: text,
      ...voidable,
    },
    unique: [["key"]],
  });
  createTable(database, "broughtPaper", {
    columns: {
      projectId: optional(reference("project")),
      kind: oneOf("targets", "narrative", "budget", "monitoring", "selfEvaluation", "other"),
      title: name,
      fileName: text,
      contentId: optional(reference("attachmentContent")),
      paperText: text,
      paperJson: json,
      broughtAt: instant,
      broughtBy: text,
      note: text,
      ...voidable,
    },
  });
  createTable(database, "submission", {
    columns: {
      projectId: reference("project"),
      title: name,
      reportJson: json,
      submittedAt: instant,
      submittedBy: text,
      note: text,
      ...voidable,
    },
  });
  createTable(database, "monitoring", {
    columns: {
      projectId: reference("project"),
      periodTo: date,
      expectedCents: optional(cents),
      problems: text,
      measures: text,
      monitoredOn: optional(date),
      monitoredBy: text,
    },
    unique: [["projectId", "periodTo"]],
  });
  createTable(database, "filingFile", {
    columns: {
      filingVersionId: reference("filingVersion"),
      format: oneOf("xlsx", "pdf", "docx"),
      fileName: name,
      contentId: reference("attachmentContent"),
      sizeBytes: integer(0),
    },
    unique: [["filingVersionId", "format"]],
  });
}

function addFilingColumns(database: Database): void {
  addColumn(database, "filingVersion", "submissionId", { column: optional(reference("submission")) });
  addColumn(database, "project", "previousProjectId", { column: optional(reference("project")) });
  addColumn(database, "indicatorActual", "expectedText", { column: text, value: "" });
  addColumn(database, "indicatorActual", "hindrancesJson", { column: json, value: "[]" });
}

const newTables = new Set(["broughtPaper", "submission"]);
const newColumns = new Set(["project.previousProjectId"]);

const isOfThirdShape = ({ child, column }: Reference): boolean =>
  newTables.has(child) || newColumns.has(`${child}.${column}`);
