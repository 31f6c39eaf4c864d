import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { recognizeZip } from "#shared/attachments/recognize.ts";
import type { UserError } from "#shared/kernel/errors.ts";
import { largestPaper, readPaperBytes } from "../attachments/readPaper.ts";
import { headKind } from "../excel/headKind.ts";
import { contentError } from "../excel/readErrors.ts";
import { listZip, type ZipEntry } from "../excel/readZip.ts";
import { badFile, openError } from "../files/openFile.ts";

/** One file, or one of a folder or a zip; `read` fails with a `UserError` when it cannot be had whole. */
export type PaperFile = Readonly<{
  /** Its place in the folder or the zip; null for the file itself. */
  part: string | null;
  fileName: string;
  read: () => Promise<Buffer>;
}>;

const mostFiles = 2_000;
const deepest = 8;
/** What systems and archivers leave beside the files. */
const isHidden = (name: string): boolean => /(^|\/)(\.|~\$|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i.test(name);

/** The file at `place`, or those in it when it is a folder or a zip of files. Throws `bad-file` for what cannot be opened. */
export async function paperFiles(place: string): Promise<readonly PaperFile[]> {
  const fileName = path.basename(place).normalize("NFC");
  try {
    if ((await stat(place)).isDirectory()) return await filesOfFolder(place, fileName);
    const bytes = await readPaperBytes(place, fileName);
    return (await filesOfZip(bytes, fileName)) ?? [{ part: null, fileName, read: async () => bytes }];
  } catch (error) {
    throw contentError(fileName, openError(fileName, error));
  }
}

async function filesOfFolder(folder: string, fileName: string): Promise<readonly PaperFile[]> {
  const names: string[] = [];
  const walk = async (inner: string, depth: number): Promise<void> => {
    if (depth > deepest) throw tooMany(fileName, `的文件夹超过 ${deepest} 层`);
    for (const entry of await readdir(path.join(folder, inner), { withFileTypes: true })) {
      const name = inner === "" ? entry.name : `${inner}/${entry.name}`;
      if (isHidden(name)) continue;
      if (entry.isDirectory()) await walk(name, depth + 1);
      else if (entry.isFile()) names.push(name);
      if (names.length > mostFiles) throw tooMany(fileName, `里超过 ${mostFiles} 个文件`);
    }
  };
  await walk("", 1);
  return names.toSorted().map((name) => ({
    part: name,
    fileName: path.basename(name).normalize("NFC"),
    read: () => readPaperBytes(path.join(folder, name), path.basename(name)),
  }));
}

/** The files of a zip; `undefined` when it is a document or no zip at all. */
async function filesOfZip(bytes: Buffer, fileName: string): Promise<readonly PaperFile[] | undefined> {
  if (headKind(bytes.subarray(0, 64)) !== "zip") return undefined;
  const entries = await listZip(bytes, bytes.length);
  if (recognizeZip(entries.map(({ name }) => name)) !== undefined) return undefined;
  const files = entries.filter(({ name }) => !name.endsWith("/") && !isHidden(name));
  if (files.length > mostFiles) throw tooMany(fileName, `里超过 ${mostFiles} 个文件`);
  return files.map((entry) => ({
    part: entry.name,
    fileName: path.posix.basename(entry.name).normalize("NFC"),
    read: () => unpacked(entry),
  }));
}

async function unpacked(entry: ZipEntry): Promise<Buffer> {
  const fileName = path.posix.basename(entry.name);
  if (entry.size > largestPaper)
    throw badFile(fileName, "超过一份附件的上限 50 MB", "请降低分辨率或分成几份。");
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of entry.chunks()) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    throw contentError(fileName, error);
  }
}

const tooMany = (fileName: string, what: string): UserError =>
  badFile(fileName, `${what}，没有读入`, "请分成几个较小的文件夹或压缩包，再分别放进来。");
