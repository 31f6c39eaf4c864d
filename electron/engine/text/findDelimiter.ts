import { UserError } from "#shared/kernel/errors.ts";
import { rowParser } from "./rowParser.ts";
import { textLimits } from "./textLimits.ts";

/** What parts the cells of lists in use; pasted rows have tabs. */
const delimiters = ["\t", ",", ";", "，", "|"] as const;

export type Layout = Readonly<{
  delimiter: string;
  /** The text begins with "sep=;", which is meant for Excel and no row. */
  hasHint: boolean;
}>;

/**
 * Finds what parts the cells, by the beginning of a text: the character by which most rows come out with the same number
 * of cells. A title above the header has one cell, whatever is tried.
 */
export function findDelimiter(sample: string): Layout {
  const hint = /^sep=(.)\r?\n/i.exec(sample)?.[1];
  if (hint !== undefined) return { delimiter: hint, hasHint: true };
  const scored = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(sample, delimiter) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return { delimiter: best.score === 0 ? "," : best.delimiter, hasHint: false };
}

/** The cells of all rows that are as wide as most: 27 columns by tabs outweigh 3 by the commas inside amounts. */
function scoreOf(sample: string, delimiter: string): number {
  const counts = new Map<number, number>();
  for (const width of widths(sample, delimiter))
    if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return Math.max(0, ...[...counts].map(([width, rows]) => width * rows));
}

function widths(sample: string, delimiter: string): readonly number[] {
  const found: number[] = [];
  const parser = rowParser({
    delimiter,
    limits: { ...textLimits, columns: sample.length + 2, cell: sample.length + 1 },
    row: ({ cells }) => found.push(cells.length),
    fault: () => new UserError({ code: "bad-file", message: "" }),
  });
  try {
    parser.push(sample);
  } catch (error) {
    // Cut up by the wrong character, quotes stand in the wrong place; the rows before count.
    if (!(error instanceof UserError)) throw error;
  }
  return found;
}
