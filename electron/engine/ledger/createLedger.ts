import { closeSync, openSync, rmSync } from "node:fs";
import { UserError } from "#shared/kernel/errors.ts";
import { sqliteCodeOf, translateFailure } from "../store/failures.ts";
import { openStore, type StoreOptions } from "../store/openStore.ts";
import type { Ledger } from "../store/types.ts";

/** Makes an empty ledger in a new file and opens it. An existing file is never replaced: `conflict`. */
export async function createLedger(options: StoreOptions): Promise<Ledger> {
  reserve(options.path);
  try {
    return openStore(options);
  } catch (error) {
    for (const rest of ["", "-wal", "-shm", "-lock"]) rmSync(`${options.path}${rest}`, { force: true });
    throw error;
  }
}

function reserve(path: string): void {
  try {
    closeSync(openSync(path, "wx"));
  } catch (error) {
    if (sqliteCodeOf(error) !== "EEXIST") throw translateFailure(error, { path });
    throw new UserError({
      code: "conflict",
      message: `已有同名文件，没有新建：${path}`,
      hint: "请换一个文件名；要使用已有的账本，请用“打开账本”。",
      details: { path },
    });
  }
}
