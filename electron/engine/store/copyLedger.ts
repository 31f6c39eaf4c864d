import { existsSync, rmSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { UserError } from "#shared/kernel/errors.ts";
import { checkWhole, connectReadOnly } from "./connection.ts";
import { translateFailure } from "./failures.ts";

/**
 * Copies a ledger that is open, as it stands after its last transaction, to a file that is not there yet, and reads the
 * copy through. Copying the file itself would leave out what is still in the write-ahead log.
 */
export function copyLedger(path: string, target: string): void {
  if (existsSync(target)) {
    throw new UserError({
      code: "conflict",
      message: `已有同名文件，没有备份：${target}`,
      hint: "请换一个文件名。",
      details: { path: target },
    });
  }
  try {
    withConnection(path, (database) => database.prepare("vacuum into ?").run(target));
    withConnection(target, (database) => checkWhole(database, target));
  } catch (error) {
    rmSync(target, { force: true });
    throw translateFailure(error, { path: target });
  }
}

function withConnection(path: string, work: (database: Database) => void): void {
  const database = connectReadOnly(path);
  try {
    work(database);
  } finally {
    database.close();
  }
}
