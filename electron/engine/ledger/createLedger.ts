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
    discard(options.path);
    throw error;
  }
}

/** Makes a ledger in a new file with what `fill` puts into it, and closes it. When any of it fails no file is left. */
export async function makeLedger(
  options: StoreOptions,
  fill: (ledger: Ledger) => Promise<void>,
): Promise<void> {
  const ledger = await createLedger(options);
  try {
    await fill(ledger);
    await ledger.close();
  } catch (error) {
    await ledger.close();
    discard(ledger.path);
    throw error;
  }
}

function discard(path: string): void {
  for (const rest of ["", "-wal", "-shm", "-lock"]) rmSync(`${path}${rest}`, { force: true });
}

function reserve(path: string): void {
  try {
    closeSync(openSync(path, "wx"));
  } catch (error) {
    if (sqliteCodeOf(error) !== "EEXIST") throw translateFailure(error, { path });
    throw new UserError({
      code: "conflict",
      message: `已有同名文件，没有新建：${path}`,
      hint: "账本从不覆盖已有的文件。请换一个文件名；要使用已有的账本，请用“打开账本”。",
      details: { path },
    });
  }
}
