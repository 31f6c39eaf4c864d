import { unzip } from "#test/engine/excel/openWorkbook.ts";

/** A Word file read by nothing but zlib and patterns. */
export type OpenWord = Readonly<{
  files: ReadonlyMap<string, string>;
  xml: string;
  paragraphs: readonly OpenParagraph[];
  /** Text of the cells of each table, row by row; lines of a cell are joined by line ends. */
  tables: readonly (readonly (readonly string[])[])[];
}>;

export type OpenParagraph = Readonly<{ text: string; font: string; size: number }>;

export function openWord(bytes: Buffer): OpenWord {
  const files = unzip(bytes);
  const xml = files.get("word/document.xml") ?? "";
  return {
    files,
    xml,
    paragraphs: parts(xml, "p").map((paragraph) => ({
      text: textOf(paragraph),
      font: /w:eastAsia="([^"]*)"/.exec(paragraph)?.[1] ?? "",
      size: Number(/<w:sz w:val="(\d+)"/.exec(paragraph)?.[1] ?? 0) / 2,
    })),
    tables: parts(xml, "tbl").map((table) =>
      parts(table, "tr").map((row) =>
        parts(row, "tc")
          .filter((cell) => !cell.includes('<w:vMerge w:val="continue"/>'))
          .map((cell) => parts(cell, "p").map(textOf).join("\n")),
      ),
    ),
  };
}

const parts = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<w:${name}(?: [^>]*)?>(.*?)</w:${name}>`, "gs"))].map(
    ([, inner = ""]) => inner,
  );

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)]
    .map(([, text = ""]) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"))
    .join("");
