import type { Random } from "./random.ts";

/** Pieces that mean something to a reader of zip, XML or text. */
const pieces: readonly Buffer[] = [
  ...[
    "PK\x01\x02",
    "PK\x03\x04",
    "PK\x05\x06",
    '"',
    "<",
    ">",
    ",",
    "\n",
    "\0",
    "&x;",
    "]]>",
    "<!--",
    "<![CDATA[",
  ],
  ...["<!DOCTYPE a>", "</c>", "<row>", "=1+1", "22312000000000000001", "\ufeff", "\ufffd", "_x000D_", "&#0;"],
].map((text) => Buffer.from(text, text.startsWith("PK") ? "latin1" : "utf8"));

/** Cuts, doubles, zeroes, flips and overwrites pieces of a file, a few at a time. */
export function mutateBytes(bytes: Buffer, random: Random): Buffer {
  let mutant = Buffer.from(bytes);
  for (let left = 1 + random.int(6); left > 0; left -= 1) {
    const at = random.int(mutant.length);
    const length = 1 + random.int(random.pick([4, 40, 400]));
    const [before, piece, after] = [
      mutant.subarray(0, at),
      mutant.subarray(at, at + length),
      mutant.subarray(at + length),
    ];
    mutant = random.pick([
      () => Buffer.concat([before, after]),
      () => Buffer.concat([before, piece, piece, after]),
      () => Buffer.concat([before, Buffer.alloc(piece.length), after]),
      () => Buffer.concat([before, piece.map((byte) => byte ^ (1 << random.int(8))), after]),
      () => Buffer.concat([before, random.pick(pieces), after]),
      () => Buffer.concat([before, random.pick(pieces), piece, after]),
      // Rarely: most of what is to be found lies behind the beginning.
      () => (random.int(4) === 0 ? before : Buffer.concat([before, after])),
    ])();
  }
  return mutant;
}

/** Lies in the directory and the local headers of a zip: sizes, checksums, ways of packing, places that overlap. */
export function mutateZip(bytes: Buffer, random: Random): Buffer {
  const mutant = Buffer.from(bytes);
  for (let left = 1 + random.int(3); left > 0; left -= 1) {
    const isDirectory = random.int(3) > 0;
    const start = headerAt(mutant, isDirectory ? "PK\x01\x02" : "PK\x03\x04", random);
    if (start < 0) continue;
    const [field, size] = isDirectory ? random.pick(directoryFields) : random.pick(localFields);
    const value = random.pick([
      0,
      1,
      8,
      9,
      12,
      99,
      0x7fff,
      random.int(bytes.length),
      0xffff,
      0x7fffffff,
      0xffffffff,
    ]);
    if (start + field + size > mutant.length) continue;
    if (size === 2) mutant.writeUInt16LE(value & 0xffff, start + field);
    else mutant.writeUInt32LE(value, start + field);
  }
  return mutant;
}

/** Offset and bytes of: flags, method, checksum, packed and unpacked size, lengths of name, extra, comment, place. */
const directoryFields = [
  [8, 2],
  [10, 2],
  [16, 4],
  [20, 4],
  [24, 4],
  [28, 2],
  [30, 2],
  [32, 2],
  [42, 4],
] as const;
const localFields = [
  [6, 2],
  [8, 2],
  [14, 4],
  [18, 4],
  [22, 4],
  [26, 2],
  [28, 2],
] as const;

function headerAt(bytes: Buffer, mark: string, random: Random): number {
  const places: number[] = [];
  for (let at = bytes.indexOf(mark, 0, "latin1"); at >= 0; at = bytes.indexOf(mark, at + 4, "latin1"))
    places.push(at);
  return places.length === 0 ? -1 : random.pick(places);
}
