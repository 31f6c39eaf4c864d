import { statSync } from "node:fs";
import SqliteDatabase, { type Database } from "better-sqlite3";
import { UserError } from "#shared/kernel/errors.ts";
import { tableNames } from "#shared/model/ledger.ts";
import { columnsOf } from "./statements.ts";

/** "JFGZ" in the header tells a ledger from the databases of other programs. */
export const applicationId = 0x4a46475a;

/** How long a statement waits for another connection before it gives up: checkpoints and backups are short. */
const busyMillis = 5_000;

/** The add-on of the runtime the program was started on, when it is not the one inside the package. */
function connect(path: string, options: Readonly<{ readonly?: boolean; fileMustExist?: boolean }>): Database {
  const nativeBinding = process.env.JINGFEI_SQLITE_BINDING;
  return new SqliteDatabase(path, {
    ...options,
    timeout: busyMillis,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });
}

/** Opens any SQLite file, for instance one to hold a lock in. */
export const connectPlain = (path: string): Database => connect(path, {});

/** A connection that changes nothing of the file, and may copy it. */
export const connectReadOnly = (path: string): Database =>
  connect(path, { readonly: true, fileMustExist: true });

/** The connection that writes. The file must be a ledger, or empty. */
export function openWriter(path: string): Database {
  return configured(connect(path, { fileMustExist: true }), (database) => {
    database.pragma("journal_mode = WAL");
    // A committed change must survive a power cut, not only a crash of the program.
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    // Triggers make every insert keep an undo journal of its own; in memory a bulk insert takes half the time.
    database.pragma("temp_store = MEMORY");
    // A file that may only be read opens all the same, and would fail at the first change.
    database.exec(`begin immediate; pragma user_version = ${versionOf(database)}; rollback`);
  });
}

/** A connection that can only read, and so never waits for a writer. */
export function openReader(path: string): Database {
  return configured(connectReadOnly(path), (database) => {
    database.pragma("query_only = ON");
  });
}

function configured(database: Database, configure: (database: Database) => void): Database {
  try {
    // Functions named in the schema of a file somebody sent are not run.
    database.pragma("trusted_schema = OFF");
    configure(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

export const versionOf = (database: Database): number =>
  Number(database.pragma("user_version", { simple: true }));

/** Up to here a check costs less than half a second; a ledger of 100,000 invoices has some 60 MB. */
const alwaysCheckedBytes = 64_000_000;

/** Whether the pages of a file are worth reading through before it is used: it is small, or was left in the middle. */
export function needsCheck(path: string): boolean {
  const left = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return statSync(path).size <= alwaysCheckedBytes || (left !== undefined && left.size > 0);
}

/**
 * Fails with `bad-ledger` when the file contradicts itself: its pages, its indexes, its checks. Reads it once. SQLite has
 * no checksums; the quick check, which leaves out the indexes, passes four times as many files with changed bytes.
 */
export function checkWhole(database: Database, path: string): void {
  const result = attemptOn(path, () => database.pragma("integrity_check(1)", { simple: true }));
  if (result !== "ok") throw damaged(path, String(result));
}

type TableColumns = Readonly<{ name: string; columns: string }>;

/**
 * Fails with `bad-ledger` when a table has not the columns that it must have. A changed byte in the name of one leaves a
 * file that SQLite finds nothing wrong with, and amounts that are not there.
 */
export function checkColumns(database: Database, path: string): void {
  const sql = `select m.name, group_concat(c.name, ' ' order by c.cid) as columns
    from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table' group by m.name`;
  const rows = attemptOn(path, () => database.prepare<[], TableColumns>(sql).all());
  const found = new Map(rows.map(({ name, columns }) => [name, columns]));
  const other = tableNames.find((table) => found.get(table) !== columnsOf(table).join(" "));
  if (other !== undefined) throw damaged(path, `columns of ${other}: ${found.get(other) ?? "none"}`);
}

/** In these looks SQLite calls SQL wrong only when the file's own is: a check that names a function there is not. */
function attemptOn<Result>(path: string, look: () => Result): Result {
  try {
    return look();
  } catch (error) {
    if (error instanceof SqliteDatabase.SqliteError && error.code === "SQLITE_ERROR")
      throw damaged(path, error.message);
    throw error;
  }
}

export const damaged = (path: string, detail: string): UserError =>
  new UserError({
    code: "bad-ledger",
    message: `账本已损坏：${path}`,
    hint: "请不要继续使用这个账本，从最近的备份恢复；原文件请保留，以便找回数据。",
    details: { path, detail },
  });
