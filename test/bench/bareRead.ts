import Database from "better-sqlite3";
import { factTables } from "#shared/rules/factRows.ts";

/** The same rows as facts are made of, with better-sqlite3 alone. */
export async function bareRead(path: string): Promise<void> {
  const database = new Database(path, { readonly: true });
  for (const table of [...factTables, "invoiceLine", "attachment"])
    database.prepare(`select * from "${table}"`).all();
  database.close();
}
