import { isUtf8 } from "node:buffer";
import type { XmlElement } from "#shared/invoices/xmlElement.ts";
import { XmlError, xmlWalker } from "../excel/readXml.ts";

/** An electronic invoice nests six deep and has some twenty elements a line. */
const deepest = 32;
const mostElements = 100_000;

/**
 * Reads a small document whole. Refuses what has no place in an invoice and is used to attack: a DOCTYPE with its
 * entities, endless nesting, elements without number. Throws `XmlError`.
 */
export function readXmlTree(bytes: Buffer): XmlElement {
  type Open = { name: string; children: XmlElement[]; text: string };
  const root: Open = { name: "", children: [], text: "" };
  const open: Open[] = [root];
  let count = 0;
  const walker = xmlWalker({
    open: (name) => {
      count += 1;
      if (open.length > deepest) throw new XmlError("too deep");
      if (count > mostElements) throw new XmlError("too many elements");
      open.push({ name, children: [], text: "" });
    },
    close: (name) => {
      const element = open.pop();
      if (element === undefined || element.name !== name) throw new XmlError("misplaced end tag");
      open.at(-1)?.children.push({ ...element, text: element.text.trim() });
    },
    text: (source) => {
      const element = open.at(-1);
      if (element !== undefined) element.text += source.text();
    },
  });
  walker.push(inUtf8(bytes));
  walker.end();
  const [only, ...others] = root.children;
  if (only === undefined || others.length > 0) throw new XmlError("not one root element");
  return only;
}

/** The declaration says how the text is written; without one it is UTF-8. */
function inUtf8(bytes: Buffer): Buffer {
  const plain = bytes.subarray(0, 3).equals(Buffer.from("efbbbf", "hex")) ? bytes.subarray(3) : bytes;
  const encoding = encodingOf(plain);
  if (encoding === "utf-8") {
    if (!isUtf8(plain)) throw new XmlError("not UTF-8");
    return plain;
  }
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(plain));
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw new XmlError(`not ${encoding}`);
    throw error;
  }
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const declared = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(
    bytes.toString("latin1", 0, 256),
  )?.[1];
  const name = declared?.toLowerCase() ?? "utf-8";
  if (["utf-8", "utf8", "us-ascii"].includes(name)) return "utf-8";
  return ["gbk", "gb2312", "gb18030"].includes(name) ? "gb18030" : name;
}
