/** A piece of text as it stands on a page. `y` grows downwards; all in one unit of length. */
export type PlacedText = Readonly<{ text: string; x: number; y: number; width: number; height: number }>;

/** A line of text, with the room that it takes. */
export type PlacedLine = Readonly<{ text: string; left: number; right: number; y: number; height: number }>;

type Line = { y: number; height: number; pieces: PlacedText[] };

/** A gap wider than this part of the type size was meant as a space. */
const space = 0.3;

/**
 * The lines of a page from top to bottom. Programs write pieces in any order, a number in several and a label far from its
 * value; who reads it goes by where they stand.
 */
export const linesOf = (pieces: readonly PlacedText[]): readonly string[] =>
  placedLines(pieces).map(({ text }) => text);

/** The same with where each stands. */
export function placedLines(pieces: readonly PlacedText[]): readonly PlacedLine[] {
  const lines: Line[] = [];
  const written = pieces.filter(({ text }) => text.trim() !== "").toSorted((one, other) => one.y - other.y);
  for (const piece of written) {
    const line = lines.findLast((open) => isBeside(open, piece));
    if (line === undefined) lines.push({ y: piece.y, height: piece.height, pieces: [piece] });
    else {
      line.pieces.push(piece);
      line.height = Math.max(line.height, piece.height);
    }
  }
  return lines.map(joined);
}

const isBeside = ({ y, height }: Line, piece: PlacedText): boolean =>
  Math.abs(piece.y - y) <= Math.max(1e-6, Math.min(height, piece.height) / 2);

function joined({ pieces, y, height }: Line): PlacedLine {
  let text = "";
  let end = Number.NEGATIVE_INFINITY;
  const inOrder = pieces.toSorted((one, other) => one.x - other.x);
  for (const piece of inOrder) {
    if (text !== "" && piece.x - end > piece.height * space) text += " ";
    text += piece.text;
    end = Math.max(end, piece.x + piece.width);
  }
  return { text: text.replace(/\s+/g, " ").trim(), left: inOrder[0]?.x ?? 0, right: end, y, height };
}
