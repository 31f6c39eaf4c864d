import { deflateSync } from "node:zlib";

/** What stands where, in points from the lower left corner. */
type Piece = Readonly<{ text: string; x: number; y: number; size?: number }>;

/**
 * A PDF as invoice platforms write them: 宋体 is named and not embedded, and the letters are 16-bit units of Unicode,
 * which a reader can only tell by the table UniGB-UCS2-H.
 */
export function chinesePdf(pages: readonly (readonly Piece[])[]): Buffer {
  const font = [
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1[500 500] 814 939 500]" +
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880" +
      "/Descent -120/CapHeight 880/StemV 93>>",
  ];
  const first = 3 + font.length;
  const parts = pages.flatMap((pieces, index) => [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 396]/Resources<</Font<</F1 3 0 R>>>>/Contents ${first + index * 2 + 1} 0 R>>`,
    streamOf(pieces.map(drawn).join("\n")),
  ]);
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(" ");
  return rawPdf([
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    ...font,
    ...parts,
  ]);
}

const drawn = ({ text, x, y, size = 10 }: Piece): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${Buffer.from(text, "utf16le").swap16().toString("hex")}> Tj ET`;

/** A packed stream as the object of a PDF. */
export function streamOf(content: string | Buffer): Buffer {
  const packed = deflateSync(content, { level: 9 });
  return Buffer.concat([
    Buffer.from(`<</Length ${packed.length}/Filter/FlateDecode>>stream\n`, "latin1"),
    packed,
    Buffer.from("\nendstream", "latin1"),
  ]);
}

/** A file of these objects, numbered from 1, the first of which is its catalog. */
export function rawPdf(objects: readonly (string | Buffer)[]): Buffer {
  const chunks: Buffer[] = [Buffer.from("%PDF-1.5\n", "latin1")];
  const places: number[] = [];
  const length = () => chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  for (const [index, object] of objects.entries()) {
    places.push(length());
    chunks.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n"));
  }
  const start = length();
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  chunks.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(chunks);
}
