import type { ReadPaper } from "./brought.ts";
import type { CellRef } from "./source.ts";

/** The same paper where its first line has another number: as one of several it was read further down. */
export function movedPaper(paper: ReadPaper, by: number): ReadPaper {
  const cell = <Ref extends CellRef>(ref: Ref): Ref => ({ ...ref, line: ref.line + by });
  const value = <Value extends Readonly<{ at: readonly CellRef[] }>>(read: Value): Value => ({
    ...read,
    at: read.at.map(cell),
  });
  return {
    ...paper,
    title: paper.title === null ? null : value(paper.title),
    fromLine: paper.fromLine + by,
    toLine: paper.toLine + by,
    fields: paper.fields.map(value),
    amounts: paper.amounts.map(value),
    indicators: paper.indicators?.map(value) ?? null,
    sections: paper.sections.map(value),
    uses: paper.uses.map(cell),
    unused: paper.unused.map(cell),
  };
}
