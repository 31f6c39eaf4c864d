import type { FileHandle } from "node:fs/promises";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { UserError } from "#shared/kernel/errors.ts";
import { headKind } from "../excel/headKind.ts";
import { contentError } from "../excel/readErrors.ts";
import { listZip, type ZipBytes, type ZipEntry, ZipError } from "../excel/readZip.ts";
import { badFile, openError, openFile } from "../files/openFile.ts";
import { type XmlLimits, xmlLimits } from "./xmlLimits.ts";

/** One file of a folder or a zip, or the only one. `fault` is why it could not be read, as the end of a sentence. */
export type XmlFile = Readonly<{ name: string }> &
  (Readonly<{ bytes: Buffer }> | Readonly<{ fault: string }>);

export type XmlReadOptions = Readonly<{
  signal?: AbortSignal | undefined;
  onProgress?: ((part: number) => void) | undefined;
  limits?: Partial<XmlLimits>;
}>;

type Walk = {
  readonly fileName: string;
  readonly limits: XmlLimits;
  readonly options: XmlReadOptions;
  files: number;
  bytes: number;
  /** Files of other kinds, passed over. */
  others: number;
};

/**
 * Hands every XML file of `path` to `visit`, in the order of their names: the file itself, or those of a folder or a zip,
 * and of zips inside these. Answers how many files of other kinds were passed over. Throws `bad-file` when it cannot be
 * opened, holds too much, or is no zip; `cancelled` when the signal says so.
 */
export async function xmlFiles(
  path: string,
  visit: (file: XmlFile) => void,
  options: XmlReadOptions = {},
): Promise<Readonly<{ others: number }>> {
  const limits = { ...xmlLimits, ...options.limits };
  const walk: Walk = { fileName: basename(path), limits, options, files: 0, bytes: 0, others: 0 };
  try {
    await visitPath(walk, path, visit);
  } catch (error) {
    throw contentError(walk.fileName, openError(walk.fileName, error));
  }
  return { others: walk.others };
}

const isXml = (name: string): boolean => /\.xml$/i.test(name);
const isZip = (name: string): boolean => /\.zip$/i.test(name);
/** What systems and archivers leave beside the files. */
const isHidden = (name: string): boolean => /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i.test(name);

type Visit = (file: XmlFile) => void;

async function visitPath(walk: Walk, path: string, visit: Visit): Promise<void> {
  const found = await filesOf(walk, path, 0);
  if (found === undefined) {
    return (await startsZip(path))
      ? visitZip(walk, path, "", visit)
      : visitFile(walk, path, walk.fileName, visit);
  }
  for (const [at, name] of found.toSorted().entries()) {
    walk.options.onProgress?.(at / found.length);
    const file = join(path, name);
    if (isXml(name)) await visitFile(walk, file, name, visit);
    else if (isZip(name)) await visitZip(walk, file, `${name}/`, visit);
    else walk.others += 1;
  }
}

/** Looks into the file rather than at its name. */
async function startsZip(path: string): Promise<boolean> {
  const head = Buffer.alloc(4);
  await withFile(path, async (file) => void (await file.read(head, 0, head.length, 0)));
  return headKind(head) === "zip";
}

/** Names below a folder; links are not followed, so that none leads round in a circle. `undefined` when it is none. */
async function filesOf(walk: Walk, folder: string, depth: number): Promise<string[] | undefined> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOTDIR") return undefined;
    throw error;
  });
  if (entries === undefined) return undefined;
  const names: string[] = [];
  for (const entry of entries) {
    checkCount(walk, names.length);
    if (isHidden(entry.name)) continue;
    if (entry.isFile()) names.push(entry.name);
    else if (entry.isDirectory()) {
      if (depth >= walk.limits.depth) throw tooMuch(walk, `的文件夹超过 ${walk.limits.depth} 层`);
      const inner = (await filesOf(walk, join(folder, entry.name), depth + 1)) ?? [];
      names.push(...inner.map((name) => `${entry.name}/${name}`));
    }
  }
  return names;
}

async function visitFile(walk: Walk, path: string, name: string, visit: Visit): Promise<void> {
  await withFile(path, async (file) => {
    const { size } = await file.stat();
    if (!countIn(walk, name, size, visit)) return;
    visit({ name, bytes: await file.readFile() });
  });
}

async function visitZip(walk: Walk, path: string, prefix: string, visit: Visit): Promise<void> {
  await withFile(path, async (file) => {
    const { size } = await file.stat();
    await visitEntries(walk, await listZip(file, size), prefix, visit);
  });
}

async function withFile(path: string, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await openFile(path);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}

async function visitEntries(
  walk: Walk,
  entries: readonly ZipEntry[],
  prefix: string,
  visit: Visit,
  isInner = false,
): Promise<void> {
  const files = entries
    .filter(({ name }) => !name.endsWith("/") && !isHidden(name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  for (const [at, entry] of files.entries()) {
    if (!isInner) walk.options.onProgress?.(at / files.length);
    const name = prefix + entry.name;
    if (isXml(entry.name)) await visitEntry(walk, entry, name, visit);
    else if (isZip(entry.name) && !isInner) await visitInner(walk, entry, name, visit);
    else walk.others += 1;
  }
}

async function visitEntry(walk: Walk, entry: ZipEntry, name: string, visit: Visit): Promise<void> {
  if (!countIn(walk, name, entry.size, visit)) return;
  try {
    visit({ name, bytes: await unpacked(entry) });
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    visit({ name, fault: "在压缩包里已损坏" });
  }
}

/** A zip inside the zip, as comes when the papers of several invoices are fetched at once. */
async function visitInner(walk: Walk, entry: ZipEntry, name: string, visit: Visit): Promise<void> {
  if (entry.size > walk.limits.innerZip) {
    visit({ name, fault: `超过 ${walk.limits.innerZip / 1_048_576} MB` });
    return;
  }
  try {
    const bytes: ZipBytes = await unpacked(entry);
    await visitEntries(walk, await listZip(bytes, bytes.length), `${name}/`, visit, true);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    visit({ name, fault: "是打不开的压缩包" });
  }
}

async function unpacked(entry: ZipEntry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Counts a file in; false when it alone is too large, which `visit` hears. */
function countIn(walk: Walk, name: string, size: number, visit: Visit): boolean {
  if (walk.options.signal?.aborted) throw new UserError({ code: "cancelled", message: "已取消。" });
  walk.files += 1;
  checkCount(walk, walk.files);
  if (size > walk.limits.fileBytes) {
    visit({ name, fault: `超过 ${walk.limits.fileBytes / 1_048_576} MB，不像一张发票` });
    return false;
  }
  walk.bytes += size;
  if (walk.bytes > walk.limits.allBytes) {
    throw tooMuch(walk, `里的 XML 合计超过 ${walk.limits.allBytes / 1_048_576} MB`);
  }
  return true;
}

function checkCount(walk: Walk, count: number): void {
  if (count > walk.limits.files) throw tooMuch(walk, `里超过 ${walk.limits.files} 个文件`);
}

const tooMuch = ({ fileName }: Walk, what: string): UserError =>
  badFile(fileName, `${what}，没有读入`, "请分成几个较小的文件夹或压缩包，再分别导入。");
