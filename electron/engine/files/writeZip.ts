import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

/** The text of one file inside a zip, in pieces that are made when their turn comes. UTF-8. */
export type ZipPart = readonly [name: string, chunks: Iterable<string | Buffer>];

/** The earliest that a zip can tell, so that the same content gives the same bytes. */
const noTime = new Date(1980, 0, 1);

/** Packs the parts in their order into a zip at `path`, replacing what is there. A big one never lies in memory. */
export const writeZip = async (path: string, parts: Iterable<ZipPart>): Promise<void> =>
  pipeline(zipStream(parts), createWriteStream(path));

/** The same zip as bytes, for one that is written wholly or not at all. */
export const zipBytes = async (parts: Iterable<ZipPart>): Promise<Buffer> => buffer(zipStream(parts));

function zipStream(parts: Iterable<ZipPart>): NodeJS.ReadableStream {
  const zip = new ZipFile();
  const { outputStream } = zip;
  for (const [name, chunks] of parts) {
    zip.addReadStreamLazy(name, { mtime: noTime, forceDosTimestamp: true }, (take) => {
      const content = Readable.from(inBlocks(chunks), { objectMode: false });
      // Pipes hand on no errors: one in the making of a part must not leave a zip that never ends.
      content.once("error", (error) => outputStream instanceof Readable && outputStream.destroy(error));
      take(null, content);
    });
  }
  zip.end();
  return outputStream;
}

/** Joins small chunks, so that the packer is not called for every row. */
function* inBlocks(chunks: Iterable<string | Buffer>): Generator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for (const chunk of chunks) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    waiting.push(bytes);
    length += bytes.length;
    if (length < 262_144) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}
