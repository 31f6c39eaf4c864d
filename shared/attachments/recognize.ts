import { formatOfName, type PaperFormat } from "./paperTypes.ts";

/**
 * What the first bytes of a file say, whatever it is called. A `zip` and a `compound` file hold parts, whose names say
 * more; `program` is what the system would run.
 */
export type Recognized =
  | Readonly<{ kind: "paper"; format: PaperFormat }>
  | Readonly<{ kind: "zip" | "compound" | "program" | "archive" | "unknown" }>;

type Signature = Readonly<{ bytes: readonly number[]; at?: number; is: Recognized }>;

const paper = (format: PaperFormat): Recognized => ({ kind: "paper", format });
const letters = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));
const program: Recognized = { kind: "program" };
const archive: Recognized = { kind: "archive" };

const signatures: readonly Signature[] = [
  { bytes: letters("%PDF-"), is: paper("pdf") },
  { bytes: [0x89, ...letters("PNG\r\n"), 0x1a, 0x0a], is: paper("png") },
  { bytes: [0xff, 0xd8, 0xff], is: paper("jpg") },
  { bytes: letters("GIF87a"), is: paper("gif") },
  { bytes: letters("GIF89a"), is: paper("gif") },
  { bytes: [0x49, 0x49, 0x2a, 0x00], is: paper("tif") },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], is: paper("tif") },
  { bytes: letters("WEBP"), at: 8, is: paper("webp") },
  { bytes: letters("ftypheic"), at: 4, is: paper("heic") },
  { bytes: letters("ftypheix"), at: 4, is: paper("heic") },
  { bytes: letters("ftypmif1"), at: 4, is: paper("heic") },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], is: { kind: "compound" } },
  { bytes: [...letters("PK"), 3, 4], is: { kind: "zip" } },
  { bytes: letters("Rar!"), is: archive },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], is: archive },
  { bytes: [0x1f, 0x8b], is: archive },
  { bytes: letters("MZ"), is: program },
  { bytes: [0x7f, ...letters("ELF")], is: program },
  { bytes: [0xcf, 0xfa, 0xed, 0xfe], is: program },
  { bytes: [0xca, 0xfe, 0xba, 0xbe], is: program },
  { bytes: letters("#!"), is: program },
  // A shortcut of Windows starts whatever it names.
  { bytes: [0x4c, 0, 0, 0, 1, 0x14, 2, 0], is: program },
];

/** So many bytes are enough to recognize any of them. */
export const headBytes = 1_024;

/** Endings of what the system runs although it is only text. */
const runs = /\.(bat|cmd|com|vbs|vbe|js|jse|wsf|wsh|ps1|hta|reg|scr|msi|msp|jar|sh|desktop|url)$/i;

export function recognizeHead(head: Uint8Array, fileName: string): Recognized {
  if (runs.test(fileName)) return program;
  const known = signatures.find(({ bytes, at = 0 }) =>
    bytes.every((byte, index) => head[at + index] === byte),
  );
  if (known !== undefined) return known.is;
  if (isBitmap(head)) return paper("bmp");
  // Scanners put a line or two before the beginning of a PDF, and readers pass over it.
  if (textOf(head).includes("%PDF-")) return paper("pdf");
  return /^\s*<\?xml\s/.test(textOf(head)) ? paper("xml") : { kind: "unknown" };
}

/** Two letters are too little to go by: the size of the head that follows must be one that there is. */
const isBitmap = (head: Uint8Array): boolean =>
  head[0] === 0x42 && head[1] === 0x4d && [12, 40, 52, 56, 64, 108, 124].includes(head[14] ?? 0);

/** Western letters only, which is all that is looked for; without the mark and the zeros that UTF-16 puts in. */
const textOf = (head: Uint8Array): string =>
  String.fromCharCode(...head.filter((byte) => byte > 0 && byte < 0x80));

/** What a zip is by the names of its parts; `macros` when it carries some. */
export function recognizeZip(names: readonly string[]): PaperFormat | "macros" | undefined {
  if (names.includes("OFD.xml")) return "ofd";
  if (!names.includes("[Content_Types].xml")) return undefined;
  if (names.some((name) => name.endsWith("vbaProject.bin"))) return "macros";
  if (names.includes("word/document.xml")) return "docx";
  if (names.some((name) => /^xl\/workbook\.(xml|bin)$/.test(name))) return "xlsx";
  return names.includes("ppt/presentation.xml") ? "pptx" : undefined;
}

/** The part that makes an old Office file what it is. Installers are such files too, and have none of them. */
export const compoundParts: Readonly<Record<"doc" | "xls" | "ppt", readonly string[]>> = {
  doc: ["WordDocument"],
  xls: ["Workbook", "Book"],
  ppt: ["PowerPoint Document"],
};

/** A document may hold one of another kind; then its name decides. */
export function recognizeCompound(
  found: readonly ("doc" | "xls" | "ppt")[],
  fileName: string,
): PaperFormat | undefined {
  const named = formatOfName(fileName);
  return found.find((format) => format === named) ?? found[0];
}
