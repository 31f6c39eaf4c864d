import type { Form } from "./form.ts";
import { isProse, type Printable, type Prose } from "./prose.ts";

/** A paper as it is handed in and kept: what it says, and nothing of where the ledger keeps it. */
export function withoutSources(paper: Printable): Printable {
  return isProse(paper) ? proseWithout(paper) : sheetWithout(paper);
}

export const proseWithout = (prose: Prose): Prose => ({
  ...prose,
  blocks: prose.blocks.map(({ source: _, ...block }) => block),
});

const sheetWithout = (form: Form): Form => ({
  ...form,
  rows: form.rows.map((row) => ({ ...row, cells: row.cells.map(({ source: _, ...cell }) => cell) })),
});
