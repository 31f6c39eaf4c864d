import type { FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from "yauzl";
import { bombFloor, bombRatio, mostEntries } from "./readLimits.ts";

/** One packed file of a zip, as its directory tells. Sizes in bytes. */
export type ZipEntry = Readonly<{
  name: string;
  size: number;
  /** Unpacks it. Throws `ZipError`, as soon as it gives more bytes than it said: no small file can fill the memory. */
  chunks: () => AsyncGenerator<Buffer>;
}>;

/** `kind` tells a file that was cut off from one that was damaged, and from one made to unpack without end. */
export class ZipError extends Error {
  override readonly name = "ZipError";
  readonly kind: "truncated" | "damaged" | "encrypted" | "bomb";
  constructor(kind: ZipError["kind"]) {
    super(kind);
    this.kind = kind;
  }
}

const blockSize = 262_144;

/** Where a zip is read from: a file that is opened and closed elsewhere, or one that was unpacked out of another. */
export type ZipBytes = FileHandle | Buffer;

/** Lets yauzl read from it, in larger blocks than its own. */
class OpenFile extends RandomAccessReader {
  readonly #file: ZipBytes;

  constructor(file: ZipBytes) {
    super();
    this.#file = file;
  }

  override read(
    into: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null) => void,
  ): void {
    readAt(this.#file, position, into.subarray(offset, offset + length)).then(() => done(null), done);
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(blocks(this.#file, start, end), { objectMode: false });
  }
}

async function readAt(file: ZipBytes, position: number, into: Buffer): Promise<Buffer> {
  if (Buffer.isBuffer(file)) {
    if (file.copy(into, 0, position, position + into.length) < into.length) throw new ZipError("truncated");
    return into;
  }
  for (let done = 0; done < into.length; ) {
    const { bytesRead } = await file.read(into, done, into.length - done, position + done);
    if (bytesRead === 0) throw new ZipError("truncated");
    done += bytesRead;
  }
  return into;
}

async function* blocks(file: ZipBytes, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += blockSize) {
    yield await readAt(file, at, Buffer.allocUnsafe(Math.min(blockSize, end - at)));
  }
}

/** Lists a zip by its directory, since local headers alone may lie. Throws `ZipError`. */
export async function listZip(file: ZipBytes, fileSize: number): Promise<readonly ZipEntry[]> {
  try {
    const zip = await openZip(file, fileSize);
    if (zip.entryCount > mostEntries) throw new ZipError("bomb");
    const entries: ZipEntry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entryOf(zip, entry));
    return entries;
  } catch (error) {
    throw inOurWords(error);
  }
}

async function openZip(file: ZipBytes, fileSize: number): Promise<ZipFile> {
  const open = (size: number) =>
    fromRandomAccessReaderPromise(new OpenFile(file), size, { autoClose: false, decodeStrings: false });
  try {
    return await open(fileSize);
  } catch (error) {
    const behind = /comment length\. Expected: (\d+)\. Found: (\d+)/.exec(messageOf(error));
    const surplus = Number(behind?.[1]) - Number(behind?.[2]);
    if (!(surplus > 0)) throw error;
    // Servers send more than the file, a line break or half a page; all other readers pass over it.
    return await open(fileSize - surplus);
  }
}

/** Names are looked up, never used as paths, so those of programs that write `\` or a leading `/` are taken as well. */
const entryOf = (zip: ZipFile, entry: Entry): ZipEntry => ({
  name: entry.fileNameRaw.toString("utf8").replaceAll("\\", "/").replace(/^\//, ""),
  size: entry.uncompressedSize,
  chunks: () => unpack(zip, entry),
});

async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size > bombFloor && size > packed * bombRatio) throw new ZipError("bomb");
  let crc = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    throw inOurWords(error);
  }
  // yauzl counts the bytes and leaves this to its caller.
  if (crc !== entry.crc32) throw new ZipError("damaged");
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : "");

/** yauzl's errors are told apart by their text alone. What the system or a slip of ours throws goes on as it is. */
function inOurWords(error: unknown): unknown {
  if (!(error instanceof Error) || "syscall" in error) return error;
  if (error.name !== "Error" && !(error instanceof RangeError)) return error;
  if (/encrypt/.test(error.message)) return new ZipError("encrypted");
  if (/End of central directory|file bounds/.test(error.message)) return new ZipError("truncated");
  return new ZipError("damaged");
}
