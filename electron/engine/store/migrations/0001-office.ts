import type { Database } from "better-sqlite3";
import {
  createTable,
  date,
  flag,
  inOrder,
  integer,
  json,
  matching,
  name,
  oneOf,
  optional,
  reference,
  text,
} from "./ddl.ts";

const year = integer(2000, 2100);

export function createOfficeTables(database: Database): void {
  createTable(database, "ownUnit", {
    columns: {
      kind: oneOf("department", "unit"),
      nature: oneOf("agency", "institution"),
      creditCode: optional(text),
      note: text,
    },
  });
  createTable(database, "ownUnitName", {
    columns: {
      ownUnitId: reference("ownUnit"),
      name,
      validFrom: optional(date),
      validTo: optional(date),
    },
    checks: [inOrder("validFrom", "validTo")],
    unique: [["ownUnitId", "name", "validFrom"]],
  });
  createTable(database, "fiscalYear", {
    columns: { year, state: oneOf("open", "closed"), paymentCutoff: optional(date), stateReason: text },
    unique: [["year"]],
  });
  createTable(database, "setting", { columns: { key: name, valueJson: json }, unique: [["key"]] });
  createTable(database, "economicCode", {
    columns: {
      code: matching("[0-9][0-9][0-9][0-9][0-9]"),
      name,
      validFrom: optional(year),
      validTo: optional(year),
      confirmed: flag,
    },
    checks: [inOrder("validFrom", "validTo")],
    unique: [["code", "validFrom"]],
  });
}
