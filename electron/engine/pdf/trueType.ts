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

/** The widest map of the font: format 12 reaches rare characters, format 4 ends at U+FFFF. */
function readCharacterMap(bytes: Buffer, cmap: number): GlyphOf {
  const count = bytes.readUInt16BE(cmap + 2);
  const subtables = Array.from(
    { length: count },
    (_, index) => cmap + bytes.readUInt32BE(cmap + 8 + 8 * index),
  );
  const withFormat = (format: number) => subtables.find((start) => bytes.readUInt16BE(start) === format);
  const long = withFormat(12);
  if (long !== undefined) return readFormat12(bytes, long);
  const short = withFormat(4);
  if (short !== undefined) return readFormat4(bytes, short);
  throw new RangeError("not a TrueType font with a Unicode map");
}

function readFormat12(bytes: Buffer, start: number): GlyphOf {
  const count = bytes.readUInt32BE(start + 12);
  const group = (index: number) => start + 16 + 12 * index;
  return (codePoint) => {
    const index = lastAtMost(codePoint, count, (at) => bytes.readUInt32BE(group(at)));
    if (index < 0 || codePoint > bytes.readUInt32BE(group(index) + 4)) return 0;
    return bytes.readUInt32BE(group(index) + 8) + codePoint - bytes.readUInt32BE(group(index));
  };
}

function readFormat4(bytes: Buffer, start: number): GlyphOf {
  const doubled = bytes.readUInt16BE(start + 6);
  const ends = start + 14;
  const [starts, deltas, offsets] = [ends + doubled + 2, ends + 2 * doubled + 2, ends + 3 * doubled + 2];
  return (codePoint) => {
    const at = 2 * lastAtMost(codePoint, doubled / 2, (index) => bytes.readUInt16BE(starts + 2 * index));
    if (at < 0 || codePoint > bytes.readUInt16BE(ends + at)) return 0;
    const delta = bytes.readUInt16BE(deltas + at);
    const offset = bytes.readUInt16BE(offsets + at);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = bytes.readUInt16BE(
      offsets + at + offset + 2 * (codePoint - bytes.readUInt16BE(starts + at)),
    );
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
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
