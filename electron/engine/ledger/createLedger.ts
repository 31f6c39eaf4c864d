import { closeSync, existsSync, openSync, rmSync, statSync } from "node:fs";
import path from "node:path";
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
    discardLedger(options.path);
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
    refuseUnsettled(ledger.path);
  } catch (error) {
    await ledger.close();
    discardLedger(ledger.path);
    throw error;
  }
}

/** Takes away the file of a closed ledger that could not be made whole, and what stands beside it. */
export function discardLedger(file: string): void {
  for (const rest of ["", "-wal", "-shm", "-lock"]) rmSync(`${file}${rest}`, { force: true });
}

/** On a disk too full for both, closing leaves rows in the log beside the file, and a copy of the file lacks them. */
function refuseUnsettled(file: string): void {
  if (!existsSync(`${file}-wal`)) return;
  throw translateFailure(Object.assign(new Error("the log stayed"), { code: "SQLITE_FULL" }), { path: file });
}

function reserve(file: string): void {
  try {
    closeSync(openSync(file, "wx"));
  } catch (error) {
    const code = sqliteCodeOf(error);
    if (code === "EEXIST") throw alreadyThere(file);
    throw code === "ENOENT" ? noFolder(path.dirname(file)) : translateFailure(error, { path: file });
  }
}

function alreadyThere(file: string): UserError {
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  return new UserError({
    code: "conflict",
    message: `已有同名${isFolder ? "文件夹" : "文件"}，没有新建：${file}`,
    hint: "账本从不覆盖已有的文件。请换一个文件名；要使用已有的账本，请用“打开账本”。",
    details: { path: file },
  });
}

const noFolder = (folder: string): UserError =>
  new UserError({
    code: "not-found",
    message: `文件夹不存在，没有新建账本：${folder}`,
    hint: "请先新建这个文件夹，或换一个位置；移动硬盘或网络盘请检查是否连接。",
    details: { path: folder },
  });
