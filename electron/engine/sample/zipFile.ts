import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";

type Entry = Readonly<{ name: Buffer; offset: number; crc: number; packed: number; size: number }>;

/** A zip being written to a file, entry by entry, so that a big one never lies in memory. */
export type ZipFile = Readonly<{
  /** Packs the chunks as one entry. UTF-8; await each before the next. */
  add: (name: string, chunks: Iterable<string | Buffer>) => Promise<void>;
  close: () => Promise<void>;
}>;

const utf8Names = 0x0800;
const deflated = 8;
/** 1980-01-01 00:00, so that the same content gives the same file. */
const dosDate = 0x0021;

function localHeader({ name, crc, packed, size }: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(utf8Names, 6);
  header.writeUInt16LE(deflated, 8);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function directoryEntry({ name, offset, crc, packed, size }: Entry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(utf8Names, 8);
  header.writeUInt16LE(deflated, 10);
  header.writeUInt16LE(dosDate, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** Joins small chunks, so that the packer is not called for every row. */
function* inBlocks(chunks: Iterable<string | Buffer>): Generator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for (const chunk of chunks) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    waiting.push(bytes);
    length += bytes.length;
    if (length < 262_144) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  yield Buffer.concat(waiting);
}

/** All of it: on a disk that runs full the system takes a part first, and only then refuses. */
async function writeAt(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

async function pack(file: FileHandle, start: number, chunks: Iterable<string | Buffer>) {
  let [crc, size, position] = [0, 0, start];
  await pipeline(
    function* () {
      for (const block of inBlocks(chunks)) {
        crc = crc32(block, crc);
        size += block.length;
        yield block;
      }
    },
    createDeflateRaw({ level: 6 }),
    async (packed: AsyncIterable<Buffer>) => {
      for await (const bytes of packed) {
        await writeAt(file, bytes, position);
        position += bytes.length;
      }
    },
  );
  return { crc, size, packed: position - start };
}

/** Starts a zip at `path`, replacing what is there. For what this program makes itself: no zip64, no encryption. */
export async function createZipFile(path: string): Promise<ZipFile> {
  const file = await open(path, "w");
  const entries: Entry[] = [];
  let position = 0;
  return {
    add: async (title, chunks) => {
      const name = Buffer.from(title);
      const start = position + 30 + name.length;
      const entry = { name, offset: position, ...(await pack(file, start, chunks)) };
      // The sizes are known only now, so the header goes in last.
      await writeAt(file, localHeader(entry), position);
      entries.push(entry);
      position = start + entry.packed;
    },
    close: async () => {
      const directory = Buffer.concat(entries.map(directoryEntry));
      const end = endOfDirectory(entries.length, directory.length, position);
      try {
        await writeAt(file, Buffer.concat([directory, end]), position);
      } finally {
        await file.close();
      }
    },
  };
}
