import type { Database } from "better-sqlite3";
import {
  createIndex,
  createTable,
  instant,
  integer,
  json,
  name,
  oneOf,
  optional,
  reference,
  text,
} from "./ddl.ts";

export function createCheckTables(database: Database): void {
  createTable(database, "ruleSetting", {
    columns: {
      ruleId: name,
      severity: optional(oneOf("block", "warn", "hint", "off")),
      paramsJson: json,
    },
    unique: [["ruleId"]],
  });
  createTable(database, "finding", {
    columns: {
      findingKey: name,
      ruleId: name,
      severity: oneOf("block", "warn", "hint"),
      message: text,
      remedy: text,
      subjectsJson: json,
      figuresJson: json,
      seenAt: instant,
    },
  });
  createIndex(database, "finding", ["findingKey"]);
  createTable(database, "decision", {
    columns: {
      findingId: reference("finding"),
      action: oneOf("accept", "reopen"),
      reason: name,
      decidedBy: name,
      decidedAt: instant,
    },
  });
}

export function createFilingTables(database: Database): void {
  createTable(database, "filing", {
    columns: { projectId: reference("project"), form: name, title: text },
    unique: [["projectId", "form"]],
  });
  createTable(database, "filingVersion", {
    columns: {
      filingId: reference("filing"),
      versionNo: integer(1),
      template: name,
      formJson: json,
      contentHash: name,
      frozenAt: instant,
      frozenBy: text,
      note: text,
    },
    unique: [["filingId", "versionNo"]],
  });
  createTable(database, "changeLog", {
    columns: {
      seq: integer(1),
      at: instant,
      actor: text,
      action: name,
      entity: name,
      entityId: text,
      summary: text,
      beforeJson: optional(json),
      afterJson: optional(json),
      previousHash: text,
      hash: name,
    },
    unique: [["seq"]],
  });
  createIndex(database, "changeLog", ["entity", "entityId"]);
}
