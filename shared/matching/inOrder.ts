/**
 * Pairs items of two ordered lists one to one without crossing, so that as many as possible are paired at the least
 * total cost; among equal ones the earliest partners win. Returns, for each item of the first list, the index of its
 * partner. `cost` is `undefined` for two that cannot be paired. Twelve equal invoices thus get twelve months in order.
 */
export function pairInOrder<Left, Right>(
  left: readonly Left[],
  right: readonly Right[],
  cost: (left: Left, right: Right) => number | undefined,
): readonly (number | undefined)[] {
  // best[i][j]: pairs and cost of the first i items of the left list within the first j of the right one.
  const best: Step[][] = [Array.from({ length: right.length + 1 }, () => start)];
  for (const [i, item] of left.entries()) {
    const row: Step[] = [start];
    for (const [j, other] of right.entries()) {
      const skipRight: Step = { ...stepAt(row, j), from: "right" };
      const skipLeft: Step = { ...stepAt(best[i], j + 1), from: "left" };
      const price = cost(item, other);
      const before = stepAt(best[i], j);
      const taken: Step | undefined =
        price === undefined
          ? undefined
          : { pairs: before.pairs + 1, cost: before.cost + price, from: "both" };
      row.push(
        [skipLeft, taken].reduce<Step>((a, b) => (b !== undefined && isBetter(b, a) ? b : a), skipRight),
      );
    }
    best.push(row);
  }
  const partners: (number | undefined)[] = left.map(() => undefined);
  for (let [i, j] = [left.length, right.length]; i > 0 && j > 0; ) {
    const step = stepAt(best[i], j);
    if (step.from === "right") j -= 1;
    else if (step.from === "left") i -= 1;
    else {
      i -= 1;
      j -= 1;
      partners[i] = j;
    }
  }
  return partners;
}

type Step = Readonly<{ pairs: number; cost: number; from: "left" | "right" | "both" }>;
const start: Step = { pairs: 0, cost: 0, from: "left" };

const stepAt = (row: readonly Step[] | undefined, index: number): Step => row?.[index] ?? start;

const isBetter = (a: Step, b: Step): boolean => a.pairs > b.pairs || (a.pairs === b.pairs && a.cost < b.cost);
