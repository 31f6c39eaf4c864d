/** What layout needs of a TrueType font: which characters it has and how wide they are. */
export type TrueType = Readonly<{
  has: (codePoint: number) => boolean;
  /** In parts of the font size; a character that is missing is as wide as the font's mark for missing ones. */
  advance: (codePoint: number) => number;
}>;

type GlyphOf = (codePoint: number) => number;

/** Reads the tables `head`, `hhea`, `hmtx` and `cmap` of a font file. Throws when it is no TrueType font. */
export function readTrueType(bytes: Buffer): TrueType {
  const tables = readDirectory(bytes);
  const unitsPerEm = bytes.readUInt16BE(startOf(tables, "head") + 18);
  const metricCount = bytes.readUInt16BE(startOf(tables, "hhea") + 34);
  const metrics = startOf(tables, "hmtx");
  const glyphOf = readCharacterMap(bytes, startOf(tables, "cmap"));
  return {
    has: (codePoint) => glyphOf(codePoint) !== 0,
    advance: (codePoint) => {
      const glyph = Math.min(glyphOf(codePoint), metricCount - 1);
      return bytes.readUInt16BE(metrics + 4 * glyph) / unitsPerEm;
    },
  };
}

function readDirectory(bytes: Buffer): ReadonlyMap<string, number> {
  const count = bytes.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = 12 + 16 * index;
      return [bytes.toString("latin1", entry, entry + 4), bytes.readUInt32BE(entry + 8)] as const;
    }),
  );
}

function startOf(tables: ReadonlyMap<string, number>, name: string): number {
  const start = tables.get(name);
  if (start === undefined) throw new RangeError(`not a TrueType font: no table ${name}`);
  return start;
}

/** The map that reaches all of Unicode (format 12), which every font of Chinese has. */
function readCharacterMap(bytes: Buffer, cmap: number): GlyphOf {
  const subtables = Array.from(
    { length: bytes.readUInt16BE(cmap + 2) },
    (_, index) => cmap + bytes.readUInt32BE(cmap + 8 + 8 * index),
  );
  const start = subtables.find((subtable) => bytes.readUInt16BE(subtable) === 12);
  if (start === undefined) throw new RangeError("not a TrueType font with a map of all Unicode");
  const count = bytes.readUInt32BE(start + 12);
  const group = (index: number) => start + 16 + 12 * index;
  return (codePoint) => {
    const index = lastAtMost(codePoint, count, (at) => bytes.readUInt32BE(group(at)));
    if (index < 0 || codePoint > bytes.readUInt32BE(group(index) + 4)) return 0;
    return bytes.readUInt32BE(group(index) + 8) + codePoint - bytes.readUInt32BE(group(index));
  };
}

/** The last of `count` ascending values that is not above `value`; -1 when all are. */
function lastAtMost(value: number, count: number, valueAt: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
