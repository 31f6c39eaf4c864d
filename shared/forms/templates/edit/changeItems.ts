import type { Choice, Items } from "./blocks.ts";
import { type Draft, recordsAt, rowsAt, withValueAt } from "./draft.ts";

/** A thing on a paper by its row and its place in it; lists without rows have one. */
export type ItemPlace = Readonly<{ row: number; at: number }>;
export type ItemRows = readonly (readonly Draft[])[];

export const itemRows = (draft: unknown, { path, rows }: Items): ItemRows =>
  rows ? rowsAt(draft, path) : [recordsAt(draft, path)];

/** Rows that came to be empty are no rows. */
export function withItemRows(draft: Draft, items: Items, changed: ItemRows): Draft {
  const full = changed.filter((row) => row.length > 0);
  return withValueAt(draft, items.path, items.rows ? full : (full[0] ?? []));
}

/** Another text or width for one of them. */
export const withItem = (rows: ItemRows, { row, at }: ItemPlace, change: Draft): ItemRows =>
  rows.map((list, index) =>
    index === row ? list.map((item, place) => (place === at ? { ...item, ...change } : item)) : list,
  );

export const withoutItem = (rows: ItemRows, { row, at }: ItemPlace): ItemRows =>
  rows.map((list, index) => (index === row ? list.filter((_, place) => place !== at) : list));

/** A new one stands last, in a row of its own where there are rows. */
export function withNewItem(rows: ItemRows, items: Items, { value, label }: Choice): ItemRows {
  const item = { ...items.fresh, [items.keyName]: value, [items.text]: label };
  return items.rows ? [...rows, [item]] : [[...(rows[0] ?? []), item]];
}

/** What may still be added. */
export function leftOut(rows: ItemRows, { choices, keyName, repeats = [] }: Items): readonly Choice[] {
  const used = new Set(rows.flat().map((item) => item[keyName]));
  return choices.filter(({ value }) => !used.has(value) || repeats.includes(value));
}

/**
 * One place forward or back. Where there are rows the first of one goes to the end of the row before, and the last to the
 * beginning of the next, or into a row of its own; null where it can go no further, which without rows is where the list ends.
 */
export function movedItem(
  rows: ItemRows,
  items: Items,
  { row, at }: ItemPlace,
  step: -1 | 1,
): Readonly<{ rows: ItemRows; place: ItemPlace }> | null {
  const list = rows[row] ?? [];
  const item = list[at];
  if (item === undefined) return null;
  const other = list[at + step];
  if (other !== undefined) {
    const swapped = list.map((one, index) => (index === at ? other : index === at + step ? item : one));
    return { rows: rows.with(row, swapped), place: { row, at: at + step } };
  }
  const rest = withoutItem(rows, { row, at });
  const target = row + step;
  const isAlone = list.length === 1;
  if (target < 0 || (target >= rows.length && (isAlone || !items.rows))) return null;
  if (target >= rows.length) return { rows: [...rest, [item]], place: { row: target, at: 0 } };
  const there = rows[target] ?? [];
  const moved = rest.with(target, step < 0 ? [...there, item] : [item, ...there]);
  const kept = moved.filter((one) => one.length > 0);
  const place = { row: isAlone && step > 0 ? row : target, at: step < 0 ? there.length : 0 };
  return { rows: kept, place };
}
