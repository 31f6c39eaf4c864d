import { inflateSync } from "node:zlib";

/** A PDF read by nothing but zlib and patterns: what is on the pages, and where. */
export type OpenPdf = Readonly<{ raw: string; pages: readonly OpenPage[]; fonts: readonly string[] }>;
export type OpenPage = Readonly<{ width: number; height: number; items: readonly TextItem[]; text: string }>;
/** One line of text; `x` and `y` of its beginning on the baseline, points from the top left. */
export type TextItem = Readonly<{ text: string; x: number; y: number; size: number }>;

type Objects = ReadonlyMap<number, Readonly<{ head: string; stream: Buffer | undefined }>>;
type Decoder = (hex: string) => string;

export function openPdf(bytes: Buffer): OpenPdf {
  const objects = readObjects(bytes);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return {
    raw: bytes.toString("latin1"),
    pages: pages.map(({ head }) => readPage(head, objects)),
    fonts: [...objects.values()].flatMap(({ head }) => /\/FontName \/(\S+)/.exec(head)?.[1] ?? []),
  };
}

function readObjects(bytes: Buffer): Objects {
  const raw = bytes.toString("latin1");
  const objects = new Map<number, Readonly<{ head: string; stream: Buffer | undefined }>>();
  const start = /(\d+) 0 obj\n/g;
  for (let match = start.exec(raw); match !== null; match = start.exec(raw)) {
    const body = match.index + match[0].length;
    const end = raw.indexOf("endobj", body);
    const streamAt = raw.indexOf("stream\n", body);
    if (streamAt < 0 || streamAt > end) {
      objects.set(Number(match[1]), { head: raw.slice(body, end), stream: undefined });
      continue;
    }
    const head = raw.slice(body, streamAt);
    const from = streamAt + "stream\n".length;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    const content = bytes.subarray(from, from + length);
    objects.set(Number(match[1]), {
      head,
      stream: head.includes("FlateDecode") ? inflateSync(content) : content,
    });
    start.lastIndex = from + length;
  }
  return objects;
}

function readPage(head: string, objects: Objects): OpenPage {
  const [width = 0, height = 0] =
    /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head)?.slice(1).map(Number) ?? [];
  const resources = reference(head, "Resources", objects);
  const fonts = new Map(
    [...(/\/Font <<(.*?)>>/s.exec(resources?.head ?? "")?.[1] ?? "").matchAll(/\/(\w+) (\d+) 0 R/g)].map(
      ([, name = "", id]) => [name, decoder(objects.get(Number(id))?.head ?? "", objects)],
    ),
  );
  const content = reference(head, "Contents", objects)?.stream?.toString("latin1") ?? "";
  const items = readItems(content, fonts, height);
  return { width, height, items, text: items.map(({ text }) => text).join("\n") };
}

const reference = (head: string, key: string, objects: Objects) =>
  objects.get(Number(new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1]));

/** Glyph numbers back to text, by the font's ToUnicode map. */
function decoder(font: string, objects: Objects): Decoder {
  const map = reference(font, "ToUnicode", objects)?.stream?.toString("latin1") ?? "";
  const texts = new Map<number, string>();
  for (const [, first = "", list = ""] of map.matchAll(/<(\w+)> <\w+> \[(.*?)\]/gs)) {
    [...list.matchAll(/<([\w ]*)>/g)].forEach(([, units = ""], index) => {
      const hex = units.replaceAll(" ", "").match(/.{4}/g) ?? [];
      texts.set(
        Number.parseInt(first, 16) + index,
        String.fromCharCode(...hex.map((unit) => Number.parseInt(unit, 16))),
      );
    });
  }
  return (hex) =>
    (hex.match(/.{4}/g) ?? []).map((glyph) => texts.get(Number.parseInt(glyph, 16)) ?? "\ufffd").join("");
}

function readItems(
  content: string,
  fonts: ReadonlyMap<string, Decoder>,
  height: number,
): readonly TextItem[] {
  const items: TextItem[] = [];
  let [x, y, size] = [0, 0, 0];
  let decode: Decoder = () => "";
  const operators = /([\d.-]+) ([\d.-]+) Tm|\/(\w+) ([\d.]+) Tf|\[([^\]]*)\] TJ/g;
  for (const [, left, up, font, points, shown] of content.matchAll(operators)) {
    if (left !== undefined) [x, y] = [Number(left), height - Number(up)];
    else if (font !== undefined) {
      decode = fonts.get(font) ?? decode;
      size = Number(points);
    } else
      items.push({
        text: [...(shown ?? "").matchAll(/<(\w+)>/g)].map(([, hex = ""]) => decode(hex)).join(""),
        x,
        y,
        size,
      });
  }
  return items;
}
