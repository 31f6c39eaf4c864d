/**
 * Walks the XML of a workbook's parts in chunks, so that a sheet of any size needs little memory. Only what such parts
 * hold: a DOCTYPE is refused, which rules out entity tricks. Names are without their prefix, since programs differ there.
 */
export type XmlHandler = Readonly<{
  open: (name: string, source: XmlSource) => void;
  close: (name: string) => void;
  text: (source: XmlSource) => void;
}>;

/** What is being looked at; valid only during the call. Values are read when asked for, since most are not wanted. */
export type XmlSource = Readonly<{
  attribute: (name: string) => string | undefined;
  /** Hands the bytes of an attribute's value to `use`, for those that stand in every cell: no text is made. */
  scan: <Value>(name: string, use: (bytes: Buffer, from: number, to: number) => Value) => Value | undefined;
  text: () => string;
  /** The text as a number when it is nothing but digits: no text is made. */
  digits: () => number | undefined;
}>;

export class XmlError extends Error {
  override readonly name = "XmlError";
}

/** Longer than any cell may be (32,767 characters); what is longer is no workbook but an attack on memory. */
const longestToken = 8_388_608;

const [lessThan, greaterThan, slash, colon, equals, doubleQuote, singleQuote, ampersand] =
  Buffer.from("<>/:=\"'&");

const namedEntities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decodeEntity(entity: string, name: string): string {
  const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (name.startsWith("#")) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  return namedEntities[name] ?? entity;
}

function decode(bytes: Buffer, from: number, to: number): string {
  let plain = true;
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === ampersand) {
      return bytes.toString("utf8", from, to).replace(/&(#?\w+);/g, decodeEntity);
    }
    if ((bytes[at] ?? 0) > 0x7f) plain = false;
  }
  return bytes.toString(plain ? "latin1" : "utf8", from, to);
}

/** Digits as a number; `undefined` when there is anything else. */
export function wholeNumber(bytes: Buffer, from: number, to: number): number | undefined {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return from < to ? value : undefined;
}

const isSpace = (byte: number | undefined): boolean => byte !== undefined && byte <= 0x20;

/** Finds an attribute inside the tag that stands from `from` to `to`, and gives its value's place to `use`. */
function findAttribute<Value>(
  bytes: Buffer,
  from: number,
  to: number,
  name: string,
  use: (bytes: Buffer, from: number, to: number) => Value,
): Value | undefined {
  let at = from;
  while (at < to) {
    while (at < to && isSpace(bytes[at])) at += 1;
    let nameFrom = at;
    while (at < to && bytes[at] !== equals && !isSpace(bytes[at])) {
      if (bytes[at] === colon) nameFrom = at + 1;
      at += 1;
    }
    const nameTo = at;
    while (at < to && bytes[at] !== doubleQuote && bytes[at] !== singleQuote) at += 1;
    const quote = bytes[at];
    const valueFrom = at + 1;
    at = valueFrom;
    while (at < to && bytes[at] !== quote) at += 1;
    if (nameTo - nameFrom === name.length && matches(bytes, nameFrom, name)) return use(bytes, valueFrom, at);
    at += 1;
  }
  return undefined;
}

function matches(bytes: Buffer, from: number, name: string): boolean {
  for (let index = 0; index < name.length; index += 1) {
    if (bytes[from + index] !== name.charCodeAt(index)) return false;
  }
  return true;
}

/** Where the tag that starts at `from` ends (at its ">"), or -1 when the rest of it has not come yet. */
function tagEnd(bytes: Buffer, from: number): number {
  let quote = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === greaterThan) return at;
    else if (byte === doubleQuote || byte === singleQuote) quote = byte;
  }
  return -1;
}

/** Comments, CDATA and processing instructions: what they start and end with. */
const specials = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

/** Makes the walker: give it the chunks in order, then `end`. Throws `XmlError` when they are no XML. */
export function xmlWalker(handler: XmlHandler): Readonly<{ push: (chunk: Buffer) => void; end: () => void }> {
  const shortNames = new Map<number, string>();
  let bytes: Buffer = Buffer.alloc(0);
  let waiting: Buffer[] = [];
  let waitingSize = 0;
  let [from, to, raw] = [0, 0, false];
  let depth = 0;
  const source: XmlSource = {
    attribute: (name) => findAttribute(bytes, from, to, name, decode),
    scan: (name, use) => findAttribute(bytes, from, to, name, use),
    text: () => (raw ? bytes.toString("utf8", from, to) : decode(bytes, from, to)),
    digits: () => wholeNumber(bytes, from, to),
  };

  function nameAt(start: number, stop: number): string {
    const length = stop - start;
    if (length > 2) return bytes.toString("latin1", start, stop);
    const key = ((bytes[start] ?? 0) << 8) | (length === 2 ? (bytes[start + 1] ?? 0) : 0);
    const known = shortNames.get(key);
    if (known !== undefined) return known;
    const name = bytes.toString("latin1", start, stop);
    shortNames.set(key, name);
    return name;
  }

  function tag(start: number, stop: number): void {
    const closing = bytes[start + 1] === slash;
    const alone = bytes[stop - 1] === slash;
    let nameFrom = start + (closing ? 2 : 1);
    let nameTo = nameFrom;
    while (nameTo < stop && !isSpace(bytes[nameTo]) && bytes[nameTo] !== slash) {
      if (bytes[nameTo] === colon) nameFrom = nameTo + 1;
      nameTo += 1;
    }
    const name = nameAt(nameFrom, nameTo);
    if (closing) {
      depth -= 1;
      handler.close(name);
      return;
    }
    [from, to] = [nameTo, alone ? stop - 1 : stop];
    handler.open(name, source);
    if (alone) handler.close(name);
    else depth += 1;
  }

  /** Takes "<!…" or "<?…" at `start`; answers where it ends, or -1 when its end has not come yet. */
  function special(start: number): number {
    const head = bytes.toString("latin1", start, start + 9);
    const kind = specials.find(([opening]) => head.startsWith(opening));
    if (kind === undefined) {
      if (specials.some(([opening]) => opening.startsWith(head))) return -1;
      throw new XmlError("DOCTYPE");
    }
    const end = bytes.indexOf(kind[1], start + kind[0].length, "latin1");
    if (end < 0) return -1;
    if (kind[0] === "<![CDATA[") {
      [from, to, raw] = [start + kind[0].length, end, true];
      handler.text(source);
      raw = false;
    }
    return end + kind[1].length - 1;
  }

  /** Takes one token at `start`; answers where the next one begins, or -1 when more is needed. */
  function token(start: number): number {
    if (bytes[start] !== lessThan) {
      const stop = bytes.indexOf(lessThan ?? 0, start);
      if (stop < 0) return -1;
      [from, to] = [start, stop];
      handler.text(source);
      return stop;
    }
    const next = bytes[start + 1];
    const isSpecial = next === 0x21 || next === 0x3f;
    const stop = isSpecial ? special(start) : tagEnd(bytes, start);
    if (stop < 0) return -1;
    if (!isSpecial) tag(start, stop);
    return stop + 1;
  }

  function walkOn(): void {
    const [chunk] = waiting;
    bytes = bytes.length === 0 && waiting.length === 1 && chunk ? chunk : Buffer.concat([bytes, ...waiting]);
    [waiting, waitingSize] = [[], 0];
    let at = 0;
    while (at < bytes.length) {
      const next = token(at);
      if (next < 0) break;
      at = next;
    }
    bytes = bytes.subarray(at);
    if (bytes.length > longestToken) throw new XmlError("token too long");
  }

  return {
    push: (chunk) => {
      waiting.push(chunk);
      waitingSize += chunk.length;
      // A long token is looked at again only when it has doubled: not once more for every chunk.
      if (waitingSize >= bytes.length) walkOn();
      else if (bytes.length + waitingSize > longestToken) throw new XmlError("token too long");
    },
    end: () => {
      walkOn();
      if (depth !== 0 || bytes.toString("latin1").trim() !== "") throw new XmlError("unexpected end");
    },
  };
}
