import type { Database, Statement } from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import type { LedgerTables } from "#shared/model/ledger.ts";
import { translateFailure } from "./failures.ts";
import type { ReadableLedger } from "./types.ts";
import type { QueryWatch } from "./writing.ts";

/** Typed selects over one connection. */
export function createQueries(database: Database, watch?: QueryWatch): ReadableLedger {
  const attempt = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw translateFailure(error, { path: database.name });
    }
  };
  const prepare = (sql: string) => {
    const statement: Statement = attempt(() => database.prepare(sql));
    return {
      reader: statement.reader,
      all: (parameters: readonly unknown[]) => attempt(() => statement.all(...parameters)),
      run: (parameters: readonly unknown[]) => attempt(() => statement.run(...parameters)),
      iterate: (parameters: readonly unknown[]) => statement.iterate(...parameters),
    };
  };
  const read = new Kysely<LedgerTables>({
    // Closing is the ledger's own business: it has two connections and a lock.
    dialect: new SqliteDialect({ database: { prepare, close: () => undefined } }),
    ...(watch === undefined
      ? {}
      : {
          log: ({ query, queryDurationMillis: millis }) => {
            if (millis > watch.slowMillis) watch.onSlow({ sql: query.sql, millis });
          },
        }),
  });
  const readTogether: ReadableLedger["readTogether"] = async (queries) => {
    // Nothing is awaited between them, so no commit of this process can come between, and others are locked out.
    const rows = Object.entries(queries).map(([name, query]) => {
      const { sql, parameters } = query.compile();
      return [name, prepare(sql).all(parameters)] as const;
    });
    return Object.fromEntries(rows) as Awaited<ReturnType<typeof readTogether<typeof queries>>>;
  };
  return { read, readTogether };
}
