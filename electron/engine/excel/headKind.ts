/** What a file is by its first bytes. `markup` is HTML or XML, `text` anything else that reads as text. */
export type HeadKind =
  | "empty"
  | "zip"
  | "compound"
  | "pdf"
  | "image"
  | "archive"
  | "markup"
  | "zeros"
  | "text"
  | "other";

const zipStarts: readonly string[] = ["PK\x03\x04", "PK\x05\x06"];
const compoundStart = "d0cf11e0a1b11ae1";
/** PNG, JPEG, GIF and TIFF of either byte order. */
const imageStarts: readonly string[] = ["89504e47", "ffd8ff", "47494638", "49492a00", "4d4d002a"];
/** RAR and 7-Zip. */
const archiveStarts: readonly string[] = ["526172211a07", "377abcaf271c"];
const markup = /^(\ufeff|ï»¿)?<(\?xml|!doctype|!--|[a-z])/i;

export function headKind(head: Buffer): HeadKind {
  if (head.length === 0) return "empty";
  const start = head.toString("latin1");
  if (zipStarts.some((whole) => start.startsWith(whole) || whole.startsWith(start))) return "zip";
  const hex = head.toString("hex", 0, 16);
  const startsWith = (starts: readonly string[]): boolean => starts.some((bytes) => hex.startsWith(bytes));
  if (startsWith([compoundStart])) return "compound";
  if (/^\s*%pdf/i.test(start)) return "pdf";
  if (startsWith(imageStarts)) return "image";
  if (startsWith(archiveStarts)) return "archive";
  const text = wideText(head) ?? start;
  if (markup.test(text.trimStart())) return "markup";
  if (head.every((byte) => byte === 0)) return "zeros";
  return text !== start || head.every((byte) => byte > 8) ? "text" : "other";
}

/** The text of a head with the mark of UTF-16, which Excel writes as “Unicode 文本”. */
function wideText(head: Buffer): string | undefined {
  const encoding =
    head[0] === 0xff && head[1] === 0xfe
      ? "utf-16le"
      : head[0] === 0xfe && head[1] === 0xff
        ? "utf-16be"
        : undefined;
  return encoding && new TextDecoder(encoding).decode(head.subarray(0, head.length - (head.length % 2)));
}

/** HTML, which tax platforms and banks give the name of a workbook. */
export const isWebPage = (head: Buffer): boolean =>
  /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body|meta|table|style|div)\b/i.test(
    plainStart(head),
  );

/** What Excel 2002 and 2003 call an XML table. */
export const isXmlTable = (head: Buffer): boolean =>
  /urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/i.test(plainStart(head));

const plainStart = (head: Buffer): string => (wideText(head) ?? head.toString("utf8")).replace(/^\ufeff/, "");
