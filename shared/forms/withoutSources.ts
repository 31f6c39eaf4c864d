import type { Form } from "./form.ts";
import { isProse, type Printable } from "./prose.ts";

/** A paper as it is handed in and kept: what it says, and nothing of where the ledger keeps it. */
export function withoutSources(paper: Printable): Printable {
  if (!isProse(paper)) return sheetWithout(paper);
  return { ...paper, blocks: paper.blocks.map(({ source: _, ...block }) => block) };
}

const sheetWithout = (form: Form): Form => ({
  ...form,
  rows: form.rows.map((row) => ({ ...row, cells: row.cells.map(({ source: _, ...cell }) => cell) })),
});
