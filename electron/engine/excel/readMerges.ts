import type { PlainCell, PlainRow } from "#shared/excel/plainCell.ts";
import { widestRow } from "./readLimits.ts";
import type { Merge } from "./readSheet.ts";

/** Ranges over one row alone need no filling: their value stands at their left. */
export const spansRows = (merge: Merge): boolean => merge.bottom > merge.top;

/**
 * Gives each cell of a range merged over several rows the value of its first one, marked `merged`: whether a seller's
 * name counts for every row and an amount only once is for the caller to know. Rows come from the top down. Fails with `tooMany` when it has filled `most` cells.
 */
export function mergeFiller(
  merges: readonly Merge[],
  { most, tooMany }: Readonly<{ most: number; tooMany: () => Error }>,
): (row: PlainRow) => PlainRow {
  const waiting = merges.filter(spansRows).sort((one, other) => one.top - other.top);
  let [next, filled] = [0, 0];
  let active: { merge: Merge; value: PlainCell | undefined }[] = [];
  return (row) => {
    const index = row.rowNo - 1;
    const cells = [...row.cells];
    active = active.filter(({ merge }) => merge.bottom >= index);
    for (const { merge, value } of active) {
      if (value === undefined) continue;
      const right = Math.min(merge.right, widestRow - 1);
      for (let column = merge.left; column <= right; column += 1) cells[column] ??= value;
      filled += Math.max(0, right - merge.left + 1);
    }
    if (filled > most) throw tooMany();
    for (let merge = waiting[next]; merge !== undefined && merge.top <= index; merge = waiting[next]) {
      next += 1;
      // A range whose first row holds nothing has no value to give. Ranges do not overlap, so more would be made up.
      if (merge.top !== index || active.length >= widestRow) continue;
      const master = row.cells[merge.left];
      active.push({ merge, value: master && { ...master, merged: true } });
    }
    return { ...row, cells };
  };
}
