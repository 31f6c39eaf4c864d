import { randomBytes } from "node:crypto";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileError, isFileError } from "./fileError.ts";

/** Names of files that are being written; what a crash leaves behind carries it. */
const temporary = (target: string): string =>
  path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(4).toString("hex")}.tmp`);

/** A virus scanner or a sync program holds a new file for a moment. */
const renamePauses = [50, 200, 500];

/**
 * Writes a file wholly or not at all: beside its place first, on the disk for sure, then renamed. An earlier file of that
 * name stays as it was until then. Throws a `UserError` when the folder is missing or read-only, the disk is full, or
 * another program has the file open.
 */
export async function writeFileWhole(target: string, content: Uint8Array | string): Promise<void> {
  const beside = temporary(target);
  try {
    await refuseFolder(target);
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

async function refuseFolder(target: string): Promise<void> {
  const found = await stat(target).catch(() => undefined);
  if (found?.isDirectory() === true)
    throw Object.assign(new Error(`${target} is a folder`), { code: "EISDIR" });
}
