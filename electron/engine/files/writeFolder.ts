import { randomBytes } from "node:crypto";
import { access, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { fileError, isFileError } from "./fileError.ts";
import { writeFileWhole } from "./writeFile.ts";
import { zipBytes } from "./writeZip.ts";

/** A file inside a folder; its name may lead through folders of its own. */
export type NamedFile = Readonly<{ name: string; bytes: Uint8Array }>;

/** A folder and its zip that are on the disk under names nobody sees, and come to their place at once. */
export type ReadyFolder = Readonly<{
  folderName: string;
  zipName: string;
  place: () => Promise<void>;
  /** Takes away what was written, at its place or not. */
  drop: () => Promise<void>;
}>;

/**
 * Writes files to a new folder in `parent` and packs the same into a zip beside it. Nothing that is there is replaced: a
 * name that is taken gets a number. Throws a `UserError` when the disk does not take it.
 */
export async function readyFolder(
  parent: string,
  wanted: string,
  files: readonly NamedFile[],
): Promise<ReadyFolder> {
  const folderName = await freeName(parent, wanted);
  const zipName = `${folderName}.zip`;
  const beside = path.join(parent, `.${folderName}.${randomBytes(4).toString("hex")}.tmp`);
  const [folder, zip] = [path.join(parent, folderName), path.join(parent, zipName)];
  const besideZip = `${beside}.zip`;
  const drop = async (...paths: readonly string[]): Promise<void> => {
    for (const written of paths) await rm(written, { recursive: true, force: true });
  };
  try {
    await mkdir(beside);
    for (const { name, bytes } of files) await writeFileWhole(path.join(beside, name), bytes);
    await writeFileWhole(
      besideZip,
      await zipBytes(files.map(({ name, bytes }) => [`${folderName}/${name}`, [Buffer.from(bytes)]])),
    );
  } catch (error) {
    await drop(beside, besideZip);
    throw isFileError(error) ? fileError(error, folder) : error;
  }
  let placed: readonly string[] = [];
  return {
    folderName,
    zipName,
    place: async () => {
      try {
        await rename(beside, folder);
        placed = [folder];
        await rename(besideZip, zip);
        placed = [folder, zip];
      } catch (error) {
        throw isFileError(error) ? fileError(error, folder) : error;
      }
    },
    drop: () => drop(beside, besideZip, ...placed),
  };
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

async function freeName(parent: string, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}（${number}）`;
    const taken = await Promise.all([name, `${name}.zip`].map((file) => isThere(path.join(parent, file))));
    if (!taken.includes(true)) return name;
  }
}
