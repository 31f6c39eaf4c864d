import { inflateRawSync } from "node:zlib";

/** A workbook read by nothing but zlib and patterns: what is in the file, not what the library that wrote it thinks. */
export type OpenWorkbook = Readonly<{
  files: ReadonlyMap<string, string>;
  sheets: readonly OpenSheet[];
  styles: readonly OpenStyle[];
}>;

export type OpenSheet = Readonly<{
  name: string;
  xml: string;
  cells: ReadonlyMap<string, OpenCell>;
  merges: readonly string[];
  /** By row number. */
  heights: ReadonlyMap<number, number>;
}>;

export type OpenCell = Readonly<{ type: string; text: string; formula: string | undefined; style: number }>;
export type OpenStyle = Readonly<{ format: string; font: string; xml: string }>;

export function openWorkbook(bytes: Buffer): OpenWorkbook {
  const files = unzip(bytes);
  const strings = all(part(files, "xl/sharedStrings.xml"), /<si>(.*?)<\/si>/gs).map(([, item = ""]) =>
    all(item, /<t[^>]*>(.*?)<\/t>/gs)
      .map(([, text = ""]) => plainText(text))
      .join(""),
  );
  const rels = new Map(
    all(part(files, "xl/_rels/workbook.xml.rels"), /<Relationship ([^>]*)\/>/g).map(([, attributes = ""]) => [
      attribute(attributes, "Id"),
      attribute(attributes, "Target"),
    ]),
  );
  const sheets = all(part(files, "xl/workbook.xml"), /<sheet ([^>]*)\/>/g).map(([, attributes = ""]) => {
    const xml = part(files, `xl/${rels.get(attribute(attributes, "r:id"))}`);
    return { name: plainText(attribute(attributes, "name")), xml, ...readSheet(xml, strings) };
  });
  return { files, sheets, styles: readStyles(part(files, "xl/styles.xml")) };
}

function readSheet(xml: string, strings: readonly string[]): Pick<OpenSheet, "cells" | "merges" | "heights"> {
  const cells = new Map(
    all(xml, /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs).map(([, attributes = "", body = ""]) => {
      const type = attribute(attributes, "t") || "n";
      const value = /<v>(.*?)<\/v>/s.exec(body)?.[1] ?? "";
      const formula = /<f>(.*?)<\/f>/s.exec(body)?.[1];
      const text = type === "s" ? (strings[Number(value)] ?? "") : value;
      return [attribute(attributes, "r"), { type, text, formula, style: Number(attribute(attributes, "s")) }];
    }),
  );
  return {
    cells,
    merges: all(xml, /<mergeCell ref="([^"]+)"/g).map(([, ref = ""]) => ref),
    heights: new Map(
      all(xml, /<row ([^>]*)>/g).map(([, attributes = ""]) => [
        Number(attribute(attributes, "r")),
        Number(attribute(attributes, "ht")),
      ]),
    ),
  };
}

const builtIn: Readonly<Record<string, string>> = {
  0: "General",
  3: "#,##0",
  4: "#,##0.00",
  10: "0.00%",
  49: "@",
};

function readStyles(xml: string): readonly OpenStyle[] {
  const formats = new Map(
    all(xml, /<numFmt ([^>]*)\/>/g).map(([, attributes = ""]) => [
      attribute(attributes, "numFmtId"),
      plainText(attribute(attributes, "formatCode")),
    ]),
  );
  const fonts = all(/<fonts.*?<\/fonts>/s.exec(xml)?.[0] ?? "", /<font>(.*?)<\/font>/gs).map(
    ([, font = ""]) => font,
  );
  const looks = /<cellXfs.*?<\/cellXfs>/s.exec(xml)?.[0] ?? "";
  return all(looks, /<xf ([^>]*?)(?:\/>|>.*?<\/xf>)/gs).map(([whole, attributes = ""]) => {
    const id = attribute(attributes, "numFmtId");
    return {
      format: formats.get(id) ?? builtIn[id] ?? `builtin ${id}`,
      font: fonts[Number(attribute(attributes, "fontId"))] ?? "",
      xml: whole,
    };
  });
}

/** Every text file of the archive by its name. */
export const unzip = (bytes: Buffer): ReadonlyMap<string, string> =>
  new Map([...unzipBytes(bytes)].map(([name, plain]) => [name, plain.toString("utf8")]));

/** Every file of the archive by its name, read through the central directory. */
export function unzipBytes(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, Buffer>();
  let entry = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < bytes.readUInt16LE(end + 10); index += 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(entry + offset));
    const name = bytes.toString("utf8", entry + 46, entry + 46 + (nameLength ?? 0));
    const local = bytes.readUInt32LE(entry + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + bytes.readUInt32LE(entry + 20));
    const plain = bytes.readUInt16LE(entry + 10) === 8 ? inflateRawSync(content) : content;
    files.set(name, plain);
    entry += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

const all = (text: string, pattern: RegExp): readonly RegExpMatchArray[] => [...text.matchAll(pattern)];
const part = (files: ReadonlyMap<string, string>, name: string): string => files.get(name) ?? "";
const attribute = (attributes: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
const plainText = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
