import { type PlainCell, textCell } from "#shared/excel/plainCell.ts";
import { unescapeText } from "./readCell.ts";
import { type XmlHandler, xmlWalker } from "./readXml.ts";

/**
 * Gathers the text of `si` or `is`: rich text comes in runs that belong together, and the reading aids beside Chinese
 * or Japanese text (`rPh`) do not belong to it.
 */
export function textGatherer(): Readonly<{
  open: (name: string) => void;
  close: (name: string) => void;
  add: (text: () => string) => void;
  take: () => string;
}> {
  let [inText, inAid, text] = [false, false, ""];
  return {
    open: (name) => {
      if (name === "t") inText = true;
      else if (name === "rPh") inAid = true;
    },
    close: (name) => {
      if (name === "t") inText = false;
      else if (name === "rPh") inAid = false;
    },
    add: (read) => {
      if (inText && !inAid) text = text === "" ? read() : text + read();
    },
    take: () => {
      const taken = text;
      text = "";
      return taken;
    },
  };
}

/** Reads the shared table into finished cells, so that a text that stands in many cells is kept once. */
export async function readStrings(
  chunks: AsyncIterable<Buffer>,
  limit: number,
  tooMany: () => Error,
): Promise<readonly PlainCell[]> {
  const cells: PlainCell[] = [];
  const gatherer = textGatherer();
  const handler: XmlHandler = {
    open: gatherer.open,
    close: (name) => {
      gatherer.close(name);
      if (name !== "si") return;
      if (cells.length >= limit) throw tooMany();
      cells.push(textCell(unescapeText(gatherer.take())));
    },
    text: (source) => gatherer.add(source.text),
  };
  const walker = xmlWalker(handler);
  for await (const chunk of chunks) walker.push(chunk);
  walker.end();
  return cells;
}
