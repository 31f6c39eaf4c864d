import { addDecimals, type Decimal } from "../kernel/decimal.ts";

/** So many pieces of a size for so many people; an empty size is one not on the staff list yet. */
export type SizeTotal = Readonly<{ size: string; people: number; quantity: Decimal }>;

type Wanted = Readonly<{ size: string; quantity: Decimal }>;

const letters = ["XXS", "XS", "S", "M", "L", "XL", "XXL", "2XL", "XXXL", "3XL", "4XL", "5XL"];

/** Smaller before larger: letters by their usual order, numbers by their value, what is missing last. */
function compareSizes(a: string, b: string): number {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
  const [left, right] = [letters.indexOf(a), letters.indexOf(b)];
  if (left !== -1 || right !== -1) return left === -1 ? 1 : right === -1 ? -1 : left - right;
  return a.localeCompare(b, "zh-CN", { numeric: true });
}

/** People and pieces by size, each size once however it was typed ("xl", " XL "). */
export function sizeTotals(wanted: readonly Wanted[]): readonly SizeTotal[] {
  const bySize = new Map<string, Wanted[]>();
  for (const one of wanted) {
    const size = one.size.normalize("NFKC").trim().toUpperCase();
    bySize.set(size, [...(bySize.get(size) ?? []), one]);
  }
  return [...bySize]
    .map(([size, people]) => ({
      size,
      people: people.length,
      quantity: addDecimals(people.map((one) => one.quantity)),
    }))
    .toSorted((a, b) => compareSizes(a.size, b.size));
}
