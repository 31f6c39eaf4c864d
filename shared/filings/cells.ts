import type { ReadPaper, UnusedCell } from "./brought.ts";
import { type CellRef, type SourceDocument, textAt } from "./source.ts";

/** A cell that is not blank, with what stands in it. */
export type FilledCell = CellRef & Readonly<{ text: string }>;

/** Keeps account of the cells of one paper: what each was taken for, so that the rest can be listed. */
export type Account = Readonly<{
  /** The cells of a line that are not blank. */
  filled: (line: number) => readonly FilledCell[];
  /** Notes what a cell is; the first word on it counts. */
  use: (cell: CellRef, as: string) => void;
  /** Notes why a cell is not used. */
  leave: (cell: CellRef, reason: string) => void;
  /** What became of every cell: used, or not used and why. */
  close: () => Pick<ReadPaper, "uses" | "unused">;
}>;

const keyOf = ({ line, cell }: CellRef): string => `${line}:${cell}`;

/** `fromLine` and `toLine` belong to the paper. */
export function accountOf(document: SourceDocument, fromLine: number, toLine: number): Account {
  const uses = new Map<string, string>();
  const reasons = new Map<string, string>();
  const filled = (line: number): readonly FilledCell[] =>
    (document.lines[line]?.cells ?? []).flatMap((text, cell) =>
      text.trim() === "" ? [] : [{ line, cell, text }],
    );
  return {
    filled,
    use: (cell, as) => {
      if (!uses.has(keyOf(cell))) uses.set(keyOf(cell), as);
    },
    leave: (cell, reason) => {
      reasons.set(keyOf(cell), reason);
    },
    close: () => {
      const closed: { uses: ReadPaper["uses"][number][]; unused: UnusedCell[] } = { uses: [], unused: [] };
      for (let line = fromLine; line <= toLine; line += 1) {
        for (const { cell } of filled(line)) {
          const as = uses.get(keyOf({ line, cell }));
          if (as !== undefined) closed.uses.push({ line, cell, as });
          else {
            const reason = reasons.get(keyOf({ line, cell })) ?? "看不出是哪一项";
            closed.unused.push({ line, cell, text: textAt(document, { line, cell }), reason });
          }
        }
      }
      return closed;
    },
  };
}
