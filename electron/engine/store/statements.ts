import type { Database, Statement } from "better-sqlite3";
import type { Id } from "#shared/kernel/id.ts";
import { type Row, type TableName, tables } from "#shared/model/ledger.ts";
import { translateFailure } from "./failures.ts";
import type { QueryWatch, Statements, Value } from "./writing.ts";

export const columnsOf = (table: TableName): readonly string[] => Object.keys(tables[table].shape);

const quoted = (name: string): string => `"${name}"`;

const insertSql = (table: TableName): string => {
  const columns = columnsOf(table);
  return `insert into ${quoted(table)} (${columns.map(quoted).join(", ")}) values (${columns.map(() => "?").join(", ")})`;
};

/**
 * The one place that goes past Kysely, because a statement prepared once is several times as fast. Failures come out as
 * errors their reader can act on.
 */
export function createStatements(database: Database, watch?: QueryWatch): Statements {
  const prepared = new Map<string, Statement>();
  const statement = (sql: string): Statement => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  const attempt = <Result>(sql: string, work: (statement: Statement) => Result): Result => {
    // A tx that outlived its transaction would write without being rolled back with the rest.
    if (!database.inTransaction) throw new Error("rows are written inside ledger.write only");
    const startedAt = performance.now();
    try {
      return work(statement(sql));
    } catch (error) {
      throw translateFailure(error, { database });
    } finally {
      const millis = performance.now() - startedAt;
      if (watch !== undefined && millis > watch.slowMillis) watch.onSlow({ sql, millis });
    }
  };
  const insertAll: Statements["insertAll"] = (table, rows, seen) =>
    attempt(insertSql(table), (insert) => {
      const columns = columnsOf(table);
      for (const row of rows) {
        const cells = row as Readonly<Record<string, Value>>;
        const values = columns.map((column) => cells[column] ?? null);
        insert.run(values);
        seen(values);
      }
    });
  return {
    insertAll,
    insert: (table, row) => insertAll(table, [row], () => undefined),
    update: (table, id, values) => {
      const columns = Object.keys(values);
      const assignments = columns.map((column) => `${quoted(column)} = ?`).join(", ");
      attempt(`update ${quoted(table)} set ${assignments} where "id" = ?`, (update) =>
        update.run(...columns.map((column) => values[column] ?? null), id),
      );
    },
    remove: (table, id) => {
      attempt(`delete from ${quoted(table)} where "id" = ?`, (remove) => remove.run(id));
    },
    find: <Table extends TableName>(table: Table, id: Id) => {
      const columns = columnsOf(table).map(quoted).join(", ");
      return attempt(
        `select ${columns} from ${quoted(table)} where "id" = ?`,
        (find) => find.get(id) as Row<Table> | undefined,
      );
    },
    lastEntry: () =>
      attempt(
        `select * from "changeLog" order by "seq" desc limit 1`,
        (last) => last.get() as Row<"changeLog"> | undefined,
      ),
  };
}
