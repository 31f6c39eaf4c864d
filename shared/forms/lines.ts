/** Width of a character in parts of the font size: 1 for a Chinese character. */
export type Advance = (codePoint: number) => number;

/** Marks that no line may begin with. */
const closing = new Set("，。、；：？！）》〉」』】〕〗］｝”’…—～·％‰℃°,.;:?!)]}%");
/** Marks that no line may end with. */
const opening = new Set("（《〈「『【〔〖［｛“‘￥¥$([{≥≤＞＜＝±№");

/** What is never torn: a Chinese character or a word of Latin letters and digits, with the marks that cling to it. */
type Piece = Readonly<{ text: string; width: number }>;

/**
 * Breaks text into lines no wider than `width` (in parts of the font size): between Chinese characters and at spaces,
 * never before ，or after （, and inside a word only when the word alone is wider than a line. Line ends of the text
 * are kept. Joined without separators the lines are the text, but for spaces at line ends.
 */
export function breakLines(text: string, width: number, advance: Advance): readonly string[] {
  // Most cells of a long list are one short line.
  if (!/[\r\n]/.test(text)) return breakParagraph(text, width, advance);
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => breakParagraph(paragraph, width, advance));
}

function breakParagraph(text: string, width: number, advance: Advance): readonly string[] {
  if (textWidth(text, advance) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of splitPieces(text, advance).flatMap((whole) => tearTooWide(whole, width, advance))) {
    const visible = textWidth(piece.text.trimEnd(), advance);
    if (line !== "" && used + visible > width) {
      lines.push(line.trimEnd());
      line = "";
      used = 0;
    }
    line += piece.text;
    used += piece.width;
  }
  lines.push(line.trimEnd());
  return lines;
}

export function textWidth(text: string, advance: Advance): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at += 1;
    width += advance(codePoint);
  }
  return width;
}

/** 28×87.5 may be parted behind its sign. */
const isWordChar = (char: string): boolean =>
  char > " " && char < "\u2000" && char !== "×" && !closing.has(char);

function splitPieces(text: string, advance: Advance): readonly Piece[] {
  const pieces: string[] = [];
  let previous = "";
  for (const char of text) {
    const clings =
      pieces.length > 0 &&
      (char === " " ||
        char === "×" ||
        closing.has(char) ||
        opening.has(previous) ||
        (isWordChar(char) && isWordBody(previous)));
    if (clings) pieces[pieces.length - 1] += char;
    else pieces.push(char);
    previous = char;
  }
  return pieces.map((piece) => ({ text: piece, width: textWidth(piece, advance) }));
}

/** Also the point and comma inside 1,234.50. */
const isWordBody = (char: string): boolean => isWordChar(char) || ",.:%".includes(char);

/** A long number such as GFL-CGZX-2022-0001 is parted behind the last mark in it, but leaves no line half empty. */
const seam = /^.*[-/_](?=.)/;
const beforeSeam = (part: string): string => {
  const head = seam.exec(part)?.[0] ?? "";
  return head.length * 2 >= part.length ? head : part;
};

function tearTooWide(piece: Piece, width: number, advance: Advance): readonly Piece[] {
  if (piece.width <= width) return [piece];
  const parts: Piece[] = [];
  let part = "";
  let used = 0;
  for (const char of piece.text) {
    const charWidth = advance(char.codePointAt(0) ?? 0);
    if (part !== "" && used + charWidth > width) {
      const head = beforeSeam(part);
      const rest = part.slice(head.length);
      parts.push({ text: head, width: textWidth(head, advance) });
      part = rest;
      used = textWidth(rest, advance);
    }
    part += char;
    used += charWidth;
  }
  parts.push({ text: part, width: used });
  return parts;
}
