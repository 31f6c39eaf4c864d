import type { Database } from "better-sqlite3";
import { UserError } from "#shared/kernel/errors.ts";
import { connectPlain } from "./connection.ts";
import { sqliteCodeOf, translateFailure } from "./failures.ts";

export type LedgerLock = Readonly<{ release: () => void }>;

/** Two that start at once may meet while they write their names. */
const patienceMillis = 200;

/**
 * Holds a ledger for this process alone. The lock is an open write transaction on a small database beside the ledger:
 * the operating system drops it with the process, however that ends, and SQLite knows how to take it on each system.
 * The file stays, empty-handed: deleting it could leave two processes each with a lock on another file.
 */
export function lockLedger(ledgerPath: string): LedgerLock {
  const path = `${ledgerPath}-lock`;
  let database: Database | undefined;
  try {
    database = connectPlain(path);
    const held = database;
    held.pragma(`busy_timeout = ${patienceMillis}`);
    // Nothing in this file is worth a wait for the disk.
    held.pragma("journal_mode = MEMORY");
    held.pragma("synchronous = OFF");
    held.exec("begin immediate");
    held.exec("create table if not exists holder (pid integer not null, since text not null)");
    held.exec("delete from holder");
    held.prepare("insert into holder values (?, datetime('now', 'localtime'))").run(process.pid);
    held.exec("commit");
    // Writers are kept out from here on; readers may still see who holds it.
    held.exec("begin immediate");
    return { release: () => held.close() };
  } catch (error) {
    const refusal = sqliteCodeOf(error)?.startsWith("SQLITE_BUSY")
      ? heldByAnother(ledgerPath, database)
      : translateFailure(error, { path: ledgerPath });
    database?.close();
    throw refusal;
  }
}

function heldByAnother(path: string, database: Database | undefined): UserError {
  const holder = database === undefined ? undefined : readHolder(database);
  const who = holder === undefined ? "" : `（进程 ${holder.pid}，${holder.since} 打开）`;
  return new UserError({
    code: "ledger-busy",
    message: `账本正被另一个经费工作台窗口或命令使用${who}：${path}`,
    hint: "请先在那边关闭账本，再到这里打开。",
    details: { path, ...(holder === undefined ? {} : { pid: holder.pid }) },
  });
}

function readHolder(database: Database): { pid: number; since: string } | undefined {
  try {
    return database.prepare<[], { pid: number; since: string }>("select pid, since from holder").get();
  } catch {
    // The holder is writing its name this very moment: the refusal is as true without it.
    return undefined;
  }
}
