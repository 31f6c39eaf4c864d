import { addDecimals, compareDecimals, type Decimal, decimal, multiplyDecimals } from "../kernel/decimal.ts";
import type { BudgetLine, Indicator } from "../model/project.ts";
import { isAlike, likeness } from "../text/likeness.ts";
import { numberOf } from "./completion.ts";
import type { IndicatorValue } from "./value.ts";

/** Things that are bought or let by the piece, so that a number of them can be compared. */
const pieces = new Set([
  "台",
  "套",
  "部",
  "个",
  "件",
  "只",
  "辆",
  "把",
  "副",
  "双",
  "顶",
  "架",
  "支",
  "盏",
  "块",
  "张",
  "册",
]);

export const isPiece = (unitName: string): boolean => pieces.has(unitName.trim());

export type QuantityTarget = Readonly<{
  indicator: Indicator;
  value: IndicatorValue & { kind: "number" };
  /** The budget lines of the same things; one indicator may be of several. */
  lines: readonly BudgetLine[];
}>;

export type QuantityMatches = Readonly<{
  targets: readonly QuantityTarget[];
  /** Lines with a number of pieces that no indicator tells of. */
  unmatched: readonly BudgetLine[];
}>;

/**
 * Which 数量指标 is about which budget lines: those that were linked by hand, else the one with the same unit whose name
 * is most like the line's.
 */
export function matchQuantities(
  lines: readonly BudgetLine[],
  indicators: readonly Indicator[],
): QuantityMatches {
  const targets = indicators.flatMap((indicator) => {
    const value = numberOf(indicator.valueText);
    const counts = indicator.level2 === "数量指标" && value !== undefined && isPiece(value.unit);
    return counts ? [{ indicator, value }] : [];
  });
  const counted = lines.filter((line) => line.quantity !== null && isPiece(line.unitName));
  const home = new Map(counted.map((line) => [line.id, targetOf(line, targets)]));
  return {
    targets: targets.map((target) => ({
      ...target,
      lines: counted.filter((line) => home.get(line.id) === target.indicator.id),
    })),
    unmatched: counted.filter((line) => home.get(line.id) === undefined),
  };
}

function targetOf(
  line: BudgetLine,
  targets: readonly Pick<QuantityTarget, "indicator" | "value">[],
): Indicator["id"] | undefined {
  const linked = targets.find(({ indicator }) => indicator.budgetLineId === line.id);
  if (linked !== undefined) return linked.indicator.id;
  return targets
    .filter(
      ({ indicator, value }) => value.unit === line.unitName.trim() && isAlike(line.name, indicator.name),
    )
    .toSorted((a, b) => likeness(line.name, b.indicator.name) - likeness(line.name, a.indicator.name))[0]
    ?.indicator.id;
}

export const totalQuantity = (lines: readonly Pick<BudgetLine, "quantity">[]): Decimal =>
  addDecimals(lines.map(({ quantity }) => quantity ?? decimal("0")));

/** Whether `quantity` is more than `bp` hundredths of a percent above `target`. */
export const isFarAbove = (quantity: Decimal, target: Decimal, bp: number): boolean =>
  compareDecimals(
    multiplyDecimals(quantity, decimal("10000")),
    multiplyDecimals(target, decimal(String(10_000 + bp))),
  ) > 0;
