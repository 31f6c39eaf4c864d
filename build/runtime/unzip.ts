import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inflateRawSync } from "node:zlib";

type Entry = Readonly<{ name: string; mode: number; method: number; packedSize: number; offset: number }>;

/**
 * Unpacks the files of a zip archive whose `rename` is not null, keeping their run bits. Reads what the archives of
 * runtimes use: stored and deflated files below 4 GB, no links, no encryption.
 */
export function unzip(archive: string, into: string, rename: (name: string) => string | null): void {
  const file = openSync(archive, "r");
  try {
    for (const entry of readDirectory(file)) {
      const target = entry.name.endsWith("/") ? null : rename(entry.name);
      if (target === null) continue;
      const place = path.resolve(into, target);
      if (!place.startsWith(path.resolve(into) + path.sep))
        throw new Error(`${entry.name} leaves the folder`);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, readEntry(file, entry), { mode: entry.mode & 0o111 ? 0o755 : 0o644 });
    }
  } finally {
    closeSync(file);
  }
}

function readDirectory(file: number): readonly Entry[] {
  const { size } = fstatSync(file);
  const tail = readBytes(file, Math.max(0, size - 0x10016), Math.min(size, 0x10016));
  const end = tail.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new Error("not a zip archive");
  const count = tail.readUInt16LE(end + 10);
  const directory = readBytes(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries: Entry[] = [];
  for (let at = 0; entries.length < count; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString("utf8", at + 46, at + 46 + nameLength),
      mode: directory.readUInt16LE(at + 40),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(file: number, entry: Entry): Buffer {
  const header = readBytes(file, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readBytes(file, start, entry.packedSize);
  if (entry.method === 0) return packed;
  if (entry.method === 8) return inflateRawSync(packed);
  throw new Error(`${entry.name} is packed by a method we do not read`);
}

function readBytes(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(file, bytes, 0, length, position) !== length) throw new Error("the zip archive is cut off");
  return bytes;
}
