import type { Form } from "#shared/forms/form.ts";
import { type PlacedCell, placeCells } from "#shared/forms/grid.ts";
import { printValue } from "#shared/forms/values.ts";

/** Amounts of a sheet, found as a reader finds them: by the words before them and the heading above. */

const centsOf = ({ cell: { value } }: PlacedCell): number | undefined =>
  value.kind === "amount" || value.kind === "sum" ? value.cents : undefined;

const reads = ({ cell }: PlacedCell, label: string): boolean => printValue(cell.value) === label;

/** The amounts right of a label, from left to right. Throws where there is no such label. */
export function amountsBeside(form: Form, label: string, nth = 0): readonly number[] {
  const rows = placeCells(form).filter((cells) => cells.some((placed) => reads(placed, label)));
  const cells = rows[nth];
  if (cells === undefined) throw new Error(`${form.title} has no ${label}`);
  const at = cells.findIndex((placed) => reads(placed, label));
  return cells.slice(at + 1).flatMap((placed) => centsOf(placed) ?? []);
}

/** The amount in the total of a table, in the column with this key of its template. */
export function totalIn<Key extends string>(
  form: Form,
  columns: readonly Readonly<{ key: Key }>[],
  key: Key,
  label = "合计",
): number {
  const column = columns.findIndex((one) => one.key === key);
  const row = placeCells(form).find(([first]) => first !== undefined && reads(first, label));
  const found = row?.find((placed) => placed.column === column);
  if (found === undefined) throw new Error(`${form.title} has no total of ${key}`);
  return centsOf(found) ?? 0;
}
