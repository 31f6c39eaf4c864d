/** A piece of text as it stands on a page. `y` grows downwards; all in one unit of length. */
export type PlacedText = Readonly<{ text: string; x: number; y: number; width: number; height: number }>;

type Line = { y: number; height: number; pieces: PlacedText[] };

/** A gap wider than this part of the type size was meant as a space. */
const space = 0.3;

/**
 * The lines of a page from top to bottom. Programs write pieces in any order, a number in several and a label far from its
 * value; who reads it goes by where they stand.
 */
export function linesOf(pieces: readonly PlacedText[]): readonly string[] {
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

function joined({ pieces }: Line): string {
  let text = "";
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of pieces.toSorted((one, other) => one.x - other.x)) {
    if (text !== "" && piece.x - end > piece.height * space) text += " ";
    text += piece.text;
    end = Math.max(end, piece.x + piece.width);
  }
  return text.replace(/\s+/g, " ").trim();
}
