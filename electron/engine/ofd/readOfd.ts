import { linesOf, type PlacedText } from "#shared/text/placedText.ts";
import { XmlError, xmlWalker } from "../excel/readXml.ts";
import { listZip, type ZipEntry, ZipError } from "../excel/readZip.ts";

/** What an OFD holds that can be read: a zip of XML parts, whose standard is GB/T 33190. */
export type OfdText = Readonly<{
  /** What its maker wrote down beside the pages, by name: invoices have 发票号码 there. */
  custom: ReadonlyMap<string, string>;
  /** The XML files attached to it, as they are. */
  attached: readonly Buffer[];
  /** The lines of each page from top to bottom, with those of its templates. */
  pages: readonly string[];
}>;

const mostEntries = 2_000;
const largestPart = 4 * 1_048_576;
const largestWhole = 24 * 1_048_576;

const isPage = (name: string): boolean => /(^|\/)Pages\/[^/]+\/[^/]+\.xml$/i.test(name);
const isTemplate = (name: string): boolean => /(^|\/)(Tpls|Temps|Templates)\/[^/]+\/[^/]+\.xml$/i.test(name);
const isAttached = (name: string): boolean =>
  /(^|\/)(Attachs|Attachments|Attachment)\//i.test(name) &&
  /\.xml$/i.test(name) &&
  !/Attachments\.xml$/i.test(name);

/** Reads an OFD from memory. Throws `ZipError` or `XmlError` when it is damaged or unpacks without end. */
export async function readOfd(bytes: Buffer): Promise<OfdText> {
  const entries = await listZip(bytes, bytes.length);
  if (entries.length > mostEntries) throw new ZipError("bomb");
  const unpacker = unpacking();
  const parts = async (is: (name: string) => boolean): Promise<readonly Buffer[]> => {
    const found: Buffer[] = [];
    for (const entry of entries.filter(({ name }) => is(name)).toSorted(byName))
      found.push(await unpacker(entry));
    return found;
  };
  const custom = new Map<string, string>();
  for (const root of await parts((name) => name === "OFD.xml")) readCustom(root, custom);
  const attached = await parts(isAttached);
  const template = (await parts(isTemplate)).flatMap(piecesOf);
  const pages = (await parts(isPage)).map((page) => linesOf([...template, ...piecesOf(page)]).join("\n"));
  return { custom, attached, pages };
}

/** Page_2 before Page_10. */
const byName = (one: ZipEntry, other: ZipEntry): number =>
  one.name.localeCompare(other.name, "en", { numeric: true });

/** Counts what was unpacked, over all parts. */
function unpacking(): (entry: ZipEntry) => Promise<Buffer> {
  let whole = 0;
  return async (entry) => {
    whole += entry.size;
    if (entry.size > largestPart || whole > largestWhole) throw new ZipError("bomb");
    const chunks: Buffer[] = [];
    for await (const chunk of entry.chunks()) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
}

function readCustom(bytes: Buffer, into: Map<string, string>): void {
  let name: string | undefined;
  walk(bytes, {
    open: (element, attribute) => {
      name = element === "CustomData" ? attribute("Name") : undefined;
    },
    text: (text) => {
      if (name !== undefined) into.set(name.trim(), `${into.get(name.trim()) ?? ""}${text}`.trim());
    },
    close: () => {
      name = undefined;
    },
  });
}

/** The texts of a page: each object has a box on it, in millimetres, and its pieces their places in the box. */
function piecesOf(bytes: Buffer): readonly PlacedText[] {
  const pieces: PlacedText[] = [];
  let box: readonly number[] = [];
  let height = 0;
  let at: Readonly<{ x: number; y: number }> | undefined;
  walk(bytes, {
    open: (element, attribute) => {
      if (element === "TextObject") {
        box = numbersIn(attribute("Boundary"));
        height = Number(attribute("Size")) || (box[3] ?? 0);
      } else if (element === "TextCode") {
        const [left = 0, top = 0] = box;
        at = { x: left + (Number(attribute("X")) || 0), y: top + (Number(attribute("Y")) || 0) };
      }
    },
    text: (text) => {
      if (at === undefined) return;
      const width = Math.max(0, Math.min(box[2] ?? 0, text.trim().length * height));
      pieces.push({ text: text.trim(), ...at, width, height });
    },
    close: () => {
      at = undefined;
    },
  });
  return pieces;
}

const numbersIn = (text: string | undefined): readonly number[] =>
  (text ?? "").trim().split(/\s+/).map(Number).filter(Number.isFinite);

type Reading = Readonly<{
  open: (element: string, attribute: (name: string) => string | undefined) => void;
  text: (text: string) => void;
  close: () => void;
}>;

const deepest = 64;

function walk(bytes: Buffer, { open, text, close }: Reading): void {
  let depth = 0;
  const walker = xmlWalker({
    open: (element, source) => {
      depth += 1;
      if (depth > deepest) throw new XmlError("too deep");
      open(element, source.attribute);
    },
    text: (source) => text(source.text()),
    close: () => {
      depth -= 1;
      close();
    },
  });
  walker.push(bytes);
  walker.end();
}
