import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createDeflate } from "node:zlib";
import { rawPdf, streamOf } from "./rawPdf.ts";

const page = (contents: number): string =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 396]/Resources<<>>/Contents ${contents} 0 R>>`;

const onePage = (...more: readonly (string | Buffer)[]): Buffer =>
  rawPdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", page(4), ...more]);

/** Packed twice, so that a few kilobytes unpack to `megabytes` of text that draws nothing. */
export async function bombPdf(megabytes: number): Promise<Buffer> {
  const chunk = Buffer.alloc(1_048_576, "BT ET\n  ");
  const chunks = Readable.from(Array.from({ length: megabytes }, () => chunk));
  const twice = await buffer(chunks.pipe(createDeflate({ level: 9 })).pipe(createDeflate({ level: 9 })));
  const head = `<</Length ${twice.length}/Filter[/FlateDecode/FlateDecode]>>stream\n`;
  return onePage(Buffer.concat([Buffer.from(head), twice, Buffer.from("\nendstream")]));
}

/** A form that draws itself over and over. */
export const endlessPdf = (): Buffer =>
  rawPdf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 396]/Resources<</XObject<</X 5 0 R/Y 6 0 R>>>>/Contents 4 0 R>>",
    streamOf("/X Do /Y Do"),
    Buffer.from(
      "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R/Y 6 0 R>>>>/Length 11>>stream\n/X Do /Y Do\nendstream",
    ),
    Buffer.from(
      "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R/Y 5 0 R>>>>/Length 11>>stream\n/X Do /Y Do\nendstream",
    ),
  ]);

/** Says that it has pages and has none. */
export const noPagesPdf = (): Buffer =>
  rawPdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"]);
