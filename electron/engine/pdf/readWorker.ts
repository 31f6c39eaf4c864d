import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort } from "node:worker_threads";
import type { PDFPageProxy } from "pdfjs-dist";
import { linesOf, type PlacedText } from "#shared/text/placedText.ts";
import type { RuledPage } from "#shared/text/ruledPage.ts";
import type { ReadAnswer, ReadFault, ReadRequest } from "./readMessages.ts";
import { rulesOf } from "./readRules.ts";

// A thread of its own, so that a file made to hang or to fill the memory can be stopped: see readPdfText.ts.

/** Where PDF.js lies, seen from here: works on plain Node, bundled, and inside an asar. */
const folder = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const script = (name: string): string => pathToFileURL(path.join(folder, "legacy", "build", name)).href;

const largestBuffer = 100 * 1_048_576;
/** What a stream unpacks to doubles its buffer as it grows; no page needs one like this. */
const refused: string[] = [];

Object.assign(globalThis, {
  // PDF.js makes these as it loads, for drawing; here nothing is drawn.
  DOMMatrix: class {},
  ImageData: class {},
  Path2D: class {},
  Uint8Array: new Proxy(Uint8Array, {
    construct: (target, parameters: unknown[]) => {
      const [size] = parameters;
      if (typeof size === "number" && size > largestBuffer) {
        refused.push(`${size} bytes`);
        throw new RangeError("too large for a paper");
      }
      return Reflect.construct(target, parameters);
    },
  }),
  // Its own second thread is left out: it looks for this name and then works right here.
  pdfjsWorker: await import(script("pdf.worker.min.mjs")),
});
const { getDocument, OPS }: typeof import("pdfjs-dist") = await import(script("pdf.min.mjs"));

parentPort?.on("message", (request: ReadRequest) => {
  void read(request).then((answer) => parentPort?.postMessage(answer));
});

async function read(request: ReadRequest): Promise<ReadAnswer> {
  refused.length = 0;
  const answer = await readPages(request);
  return refused.length === 0 ? answer : { id: request.id, fault: "large" };
}

async function readPages({
  id,
  bytes,
  pages: mostPages,
  characters,
  placed: isPlaced,
}: ReadRequest): Promise<ReadAnswer> {
  const task = getDocument({
    data: bytes,
    // How bytes become letters in Chinese fonts that lie outside the file.
    cMapUrl: `${path.join(folder, "cmaps")}${path.sep}`,
    cMapPacked: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages === 0) return { id, fault: "empty" };
    const pages: string[] = [];
    const placed: RuledPage[] = [];
    let length = 0;
    while (pages.length < Math.min(document.numPages, mostPages) && length < characters) {
      const page = await document.getPage(pages.length + 1);
      const pieces = await piecesOf(page);
      const text = linesOf(pieces).join("\n");
      if (isPlaced) placed.push({ pieces, rules: await rulesOf(page, OPS) });
      page.cleanup();
      pages.push(text);
      length += text.length;
    }
    return { id, pages, placed, pageCount: document.numPages };
  } catch (error) {
    return { id, fault: faultOf(error) };
  } finally {
    await task.destroy();
  }
}

async function piecesOf(page: PDFPageProxy): Promise<readonly PlacedText[]> {
  const { items } = await page.getTextContent();
  const viewport = page.getViewport({ scale: 1 });
  const pieces: PlacedText[] = [];
  for (const item of items) {
    if (!("str" in item)) continue;
    const [, , , , left, base] = item.transform;
    const [x = 0, y = 0] = viewport.convertToViewportPoint(Number(left), Number(base));
    pieces.push({ text: item.str, x, y, width: item.width, height: item.height });
  }
  return pieces;
}

/** Whatever else it stumbles over is the file's doing: what is in a PDF is all that it is given. */
function faultOf(error: unknown): ReadFault {
  return error instanceof Error && error.name === "PasswordException" ? "password" : "damaged";
}
