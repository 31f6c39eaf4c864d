/** A stream of a compound file: the container of old Office files and of encrypted new ones. */
export type Stream = Readonly<{ name: string; content: Buffer }>;

const sectorSize = 512;
const endOfChain = 0xffff_fffe;
const free = 0xffff_ffff;
const fatSector = 0xffff_fffd;
/** Shorter streams would go into a second, finer table that nothing here needs. */
const shortest = 4_096;

/** Writes a compound file (version 3) as the format wants it, so that other programs open it too. */
export function compoundFile(streams: readonly Stream[]): Buffer {
  const contents = streams.map(({ content }) => padded(content, shortest));
  const lengths = contents.map((content) => Math.ceil(content.length / sectorSize));
  const directoryLength = Math.ceil((streams.length + 1) / 4);
  const used = 1 + directoryLength + lengths.reduce((sum, length) => sum + length, 0);
  if (used > sectorSize / 4) throw new RangeError("one sector of the table must do");

  const table = Buffer.alloc(sectorSize, 0xff);
  table.writeUInt32LE(fatSector, 0);
  const chain = (start: number, length: number): void => {
    for (let at = start; at < start + length; at += 1)
      table.writeUInt32LE(at === start + length - 1 ? endOfChain : at + 1, 4 * at);
  };
  chain(1, directoryLength);
  let next = 1 + directoryLength;
  const starts = lengths.map((length) => {
    const start = next;
    chain(start, length);
    next += length;
    return start;
  });

  const root = directoryEntry({ name: "Root Entry", type: 5, child: 1, start: endOfChain, size: 0 });
  const entries = streams.map(({ name }, index) =>
    directoryEntry({
      name,
      type: 2,
      // A tree that leans to the right finds every name by going on.
      right: index + 1 < streams.length ? index + 2 : free,
      start: starts[index] ?? endOfChain,
      size: contents[index]?.length ?? 0,
    }),
  );
  const directory = padded(Buffer.concat([root, ...entries]), directoryLength * sectorSize);
  return Buffer.concat([header(), table, directory, ...contents]);
}

function header(): Buffer {
  const bytes = Buffer.alloc(sectorSize);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  bytes.writeUInt16LE(0x3e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(shortest, 56);
  bytes.writeUInt32LE(endOfChain, 60);
  bytes.writeUInt32LE(endOfChain, 68);
  bytes.fill(0xff, 76);
  bytes.writeUInt32LE(0, 76);
  return bytes;
}

type Entry = Readonly<{
  name: string;
  type: 2 | 5;
  right?: number;
  child?: number;
  start: number;
  size: number;
}>;

function directoryEntry({ name, type, right = free, child = free, start, size }: Entry): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, "utf16le");
  bytes.writeUInt16LE(2 * (name.length + 1), 64);
  bytes.writeUInt8(type, 66);
  bytes.writeUInt8(1, 67);
  bytes.writeUInt32LE(free, 68);
  bytes.writeUInt32LE(right, 72);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

const padded = (bytes: Buffer, least: number): Buffer => {
  const length = Math.max(least, Math.ceil(bytes.length / sectorSize) * sectorSize);
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length)]);
};

/** A workbook as Excel encrypts it; what is inside cannot be read without the password. */
export const encryptedWorkbook = (): Buffer =>
  compoundFile([
    {
      name: "EncryptionInfo",
      content: Buffer.from(
        '\x04\x00\x04\x00\x40\x00\x00\x00<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption/>',
        "latin1",
      ),
    },
    { name: "EncryptedPackage", content: Buffer.alloc(9_000, 0x5a) },
  ]);

/** A workbook of Excel 97: the beginning of a globals substream. */
export const oldWorkbook = (): Buffer =>
  compoundFile([
    { name: "Workbook", content: Buffer.from("0908100000060500bb0dcc070000000006000000", "hex") },
    { name: "\u0005SummaryInformation", content: Buffer.alloc(200) },
  ]);
