/** A paper of the sample office on one page. */
export type Paper = Readonly<{
  title: string;
  lines: readonly string[] /** Who put a red stamp on it. */;
  stamp?: string;
}>;

const page = { width: 595, height: 842, margin: 72 } as const;
const titleSize = 18;
const lineSize = 12;

/**
 * A PDF of some 1,500 bytes, the same every time. It carries no font: readers have one for the name that Adobe gave to
 * the Chinese standard font, and a ledger with a hundred such papers stays small and is made in no time.
 */
export function paperPdf(paper: Paper): Buffer {
  const content = contentOf(paper);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents 4 0 R ` +
      "/Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 7 0 R " +
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 " +
      "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  ];
  return assemble(objects);
}

/** Objects, the table of where each begins, and the trailer, as every reader wants them. */
function assemble(objects: readonly string[]): Buffer {
  let text = "%PDF-1.4\n";
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join("")}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + trailer, "latin1");
}

function contentOf({ title, lines, stamp }: Paper): string {
  const titleX = Math.round((page.width - widthOf(title, titleSize)) / 2);
  const top = page.height - page.margin;
  const written = [
    textAt({ x: titleX, y: top, size: titleSize }, title),
    ...lines.map((line, index) => textAt({ x: page.margin, y: top - 48 - index * 24, size: lineSize }, line)),
  ];
  if (stamp !== undefined) written.push(...stampOf(stamp));
  return written.join("\n");
}

/** Western letters are half as wide as Chinese ones. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((width, letter) => width + (letter < "\u0100" ? size / 2 : size), 0);

type Place = Readonly<{ x: number; y: number; size: number }>;

const textAt = ({ x, y, size }: Place, text: string): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td <${hexOf(text)}> Tj ET`;

const hexOf = (text: string): string => Buffer.from(text, "utf16le").swap16().toString("hex");

/** A red ring with the name of who stamped it. */
function stampOf(name: string): readonly string[] {
  const [x, y, radius, pull] = [430, 240, 62, 34];
  const ring = [
    `${x + radius} ${y} m`,
    `${x + radius} ${y + pull} ${x + pull} ${y + radius} ${x} ${y + radius} c`,
    `${x - pull} ${y + radius} ${x - radius} ${y + pull} ${x - radius} ${y} c`,
    `${x - radius} ${y - pull} ${x - pull} ${y - radius} ${x} ${y - radius} c`,
    `${x + pull} ${y - radius} ${x + radius} ${y - pull} ${x + radius} ${y} c S`,
  ].join(" ");
  const size = 9;
  return [
    "0.8 0 0 RG 0.8 0 0 rg 2 w",
    ring,
    textAt({ x: Math.round(x - widthOf(name, size) / 2), y: y - 3, size }, name),
  ];
}
