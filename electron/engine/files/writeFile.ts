import { randomBytes } from "node:crypto";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { UserError } from "#shared/kernel/errors.ts";
import { startsDatabase } from "./databaseFile.ts";
import { fileError, isFileError } from "./fileError.ts";

/** Names of files that are being written; what a crash leaves behind carries it. */
const temporary = (target: string): string =>
  path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(4).toString("hex")}.tmp`);

/** A virus scanner or a sync program holds a new file for a moment. */
const renamePauses = [50, 200, 500];

/**
 * Writes a file wholly or not at all: beside its place first, on the disk for sure, then renamed. An earlier file of that
 * name stays as it was until then. Throws a `UserError` when the folder is missing or read-only, the disk is full,
 * another program has the file open, or what stands there is a ledger.
 */
export async function writeFileWhole(target: string, content: Uint8Array | string): Promise<void> {
  const beside = temporary(target);
  try {
    await checkTarget(target);
    await writeThrough(beside, content);
    await renameOver(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    if (isFileError(error)) throw fileError(error, target);
    throw error;
  }
}

async function writeThrough(file: string, content: Uint8Array | string): Promise<void> {
  const handle: FileHandle = await open(file, "wx");
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function renameOver(from: string, to: string): Promise<void> {
  for (const pause of renamePauses) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!isFileError(error) || !["EPERM", "EBUSY", "EACCES"].includes(error.code)) throw error;
      await setTimeout(pause);
    }
  }
  return rename(from, to);
}

/** What stands there may be replaced only when it is a file, and no ledger: that holds what cannot be made again. */
async function checkTarget(target: string): Promise<void> {
  const found = await stat(target).catch(() => undefined);
  if (found?.isDirectory() === true || /[\\/]$/.test(target)) {
    throw Object.assign(new Error(`${target} is a folder`), { code: "EISDIR" });
  }
  if (found === undefined) return;
  if (!found.isFile()) throw refusal(target, "不是普通文件");
  if (await isDatabase(target)) throw refusal(target, "是账本或别的程序的数据，不能替换");
}

async function isDatabase(target: string): Promise<boolean> {
  const head = Buffer.alloc(16);
  // A file that cannot be read is replaced by its owner all the same.
  const handle = await open(target, "r").catch(() => undefined);
  await handle?.read(head, 0, head.length, 0).finally(() => handle.close());
  return startsDatabase(head);
}

const refusal = (target: string, why: string): UserError =>
  new UserError({
    code: "refused",
    message: `“${path.basename(target)}”${why}，没有写成。`,
    hint: "请换一个文件名。",
    details: { file: target },
  });
