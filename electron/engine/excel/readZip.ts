import type { FileHandle } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";

/** One packed file of a zip, as its directory tells. Sizes in bytes. */
export type ZipEntry = Readonly<{
  name: string;
  packed: number;
  size: number;
  crc: number;
  offset: number;
  method: number;
  encrypted: boolean;
}>;

/** `kind` tells a file that was cut off from one that was damaged or that unpacks to more than it says. */
export class ZipError extends Error {
  override readonly name = "ZipError";
  readonly kind: "truncated" | "damaged" | "encrypted";
  constructor(kind: ZipError["kind"]) {
    super(kind);
    this.kind = kind;
  }
}

const stored = 0;
const deflated = 8;
const unknown32 = 0xffff_ffff;

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) throw new ZipError("truncated");
    done += bytesRead;
  }
  return bytes;
}

type Directory = Readonly<{ offset: number; size: number; count: number }>;

/** Finds the directory from the end of the file, as the format wants: local headers alone may lie. */
async function findDirectory(file: FileHandle, fileSize: number): Promise<Directory> {
  const tailSize = Math.min(fileSize, 65_557);
  const tail = await readAt(file, fileSize - tailSize, tailSize);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > tail.length) throw new ZipError("truncated");
  const short = {
    count: tail.readUInt16LE(end + 10),
    size: tail.readUInt32LE(end + 12),
    offset: tail.readUInt32LE(end + 16),
  };
  if (short.offset !== unknown32 && short.size !== unknown32 && short.count !== 0xffff) return short;
  const locator = tail.subarray(Math.max(0, end - 20), end);
  if (locator.length < 20 || locator.readUInt32LE(0) !== 0x07064b50) return short;
  const record = await readAt(file, Number(locator.readBigUInt64LE(8)), 56);
  return {
    count: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  };
}

/** Sizes and offset of a big entry stand in an extra field, in this order, each only when the short one is full. */
function widen(extra: Buffer, values: readonly [number, number, number]): readonly [number, number, number] {
  let at = 0;
  while (at + 4 <= extra.length) {
    const [id, length] = [extra.readUInt16LE(at), extra.readUInt16LE(at + 2)];
    if (id === 1) {
      const field = extra.subarray(at + 4, at + 4 + length);
      let used = 0;
      const next = (value: number): number => {
        if (value !== unknown32 || used + 8 > field.length) return value;
        used += 8;
        return Number(field.readBigUInt64LE(used - 8));
      };
      return [next(values[0]), next(values[1]), next(values[2])];
    }
    at += 4 + length;
  }
  return values;
}

/** Lists a zip by its directory. Throws `ZipError`. */
export async function listZip(file: FileHandle, fileSize: number): Promise<readonly ZipEntry[]> {
  const directory = await findDirectory(file, fileSize);
  if (directory.offset + directory.size > fileSize) throw new ZipError("truncated");
  const bytes = await readAt(file, directory.offset, directory.size);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= bytes.length && entries.length < directory.count) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new ZipError("damaged");
    const nameTo = at + 46 + bytes.readUInt16LE(at + 28);
    const extraTo = nameTo + bytes.readUInt16LE(at + 30);
    const [size, packed, offset] = widen(bytes.subarray(nameTo, extraTo), [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]);
    entries.push({
      name: bytes
        .toString("utf8", at + 46, nameTo)
        .replaceAll("\\", "/")
        .replace(/^\//, ""),
      packed,
      size,
      offset,
      crc: bytes.readUInt32LE(at + 16),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    });
    at = extraTo + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

async function* packedChunks(file: FileHandle, entry: ZipEntry, onBytes: (count: number) => void) {
  const header = await readAt(file, entry.offset, 30);
  if (header.readUInt32LE(0) !== 0x04034b50) throw new ZipError("damaged");
  let position = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const end = position + entry.packed;
  while (position < end) {
    const chunk = await readAt(file, position, Math.min(262_144, end - position));
    position += chunk.length;
    onBytes(chunk.length);
    yield chunk;
  }
}

/**
 * Unpacks one entry in chunks. Throws `ZipError` when it is damaged, and stops as soon as it gives more bytes than it
 * said, so that no small file can fill the memory. `onBytes` hears how many packed bytes were read.
 */
export async function* unzipEntry(
  file: FileHandle,
  entry: ZipEntry,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<Buffer> {
  if (entry.encrypted) throw new ZipError("encrypted");
  if (entry.method !== stored && entry.method !== deflated) throw new ZipError("damaged");
  const packed = packedChunks(file, entry, onBytes);
  let [size, crc] = [0, 0];
  try {
    for await (const chunk of entry.method === stored ? packed : inflate(packed)) {
      size += chunk.length;
      if (size > entry.size) throw new ZipError("damaged");
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))
      throw new ZipError("damaged");
    throw error;
  }
  if (size !== entry.size || crc !== entry.crc) throw new ZipError("damaged");
}

function inflate(packed: AsyncGenerator<Buffer>): AsyncIterable<Buffer> {
  // An error on either side reaches whoever walks the result.
  return pipeline(Readable.from(packed), createInflateRaw({ chunkSize: 262_144 }), () => undefined);
}
