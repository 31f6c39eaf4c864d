import { addDecimals, type Decimal, decimal } from "../kernel/decimal.ts";
import type { Indicator } from "../model/project.ts";

type Weighted = Pick<Indicator, "id" | "level1" | "name" | "weight">;

export type WeightSum = Readonly<{
  total: Decimal;
  /** 预算执行率: none of its own where an indicator stands for it. */
  executionPoints: number;
  /** Indicators without points. */
  unweighted: number;
}>;

export const listsExecution = (indicators: readonly Pick<Weighted, "name" | "weight">[]): boolean =>
  indicators.some(({ name, weight }) => name.includes("执行率") && weight !== null);

/** What the points come to, 预算执行率 with as many of them as the office gives it. */
export function weightSum(
  indicators: readonly Omit<Weighted, "id" | "level1">[],
  executionPoints: number,
): WeightSum {
  const weights = indicators.flatMap(({ weight }) => (weight === null ? [] : [weight]));
  const own = listsExecution(indicators) ? 0 : executionPoints;
  return {
    total: addDecimals([...weights, decimal(String(own))]),
    executionPoints: own,
    unweighted: indicators.length - weights.length,
  };
}

type Shares = Readonly<Record<"cost" | "output" | "effect" | "satisfaction", number>>;
const withCost: Shares = { cost: 20, output: 40, effect: 20, satisfaction: 10 };
const withoutCost: Shares = { cost: 0, output: 50, effect: 30, satisfaction: 10 };

const partOf = (level1: string): keyof Shares | undefined => {
  if (level1.startsWith("成本")) return "cost";
  if (level1.startsWith("产出")) return "output";
  if (level1.startsWith("效益")) return "effect";
  return level1.startsWith("满意度") ? "satisfaction" : undefined;
};

/**
 * 财预〔2021〕101号 advises 成本 20, 产出 40, 效益 20, 满意度 10 beside 预算执行率 10, and 50, 30, 10 without 成本; an office that gives
 * 预算执行率 more or less shares out the rest in the same proportion. Points of a level that has no indicator go to 效益, or to
 * 产出. Within a level all get the same; what is left over goes to the first. Empty where a first level is none of these.
 */
export function proposedWeights(
  indicators: readonly Weighted[],
  executionPoints: number,
): ReadonlyMap<Indicator["id"], Decimal> {
  const counted = indicators.filter(({ name }) => !name.includes("执行率"));
  const of = (part: keyof Shares) => counted.filter(({ level1 }) => partOf(level1) === part);
  if (counted.length === 0 || counted.some(({ level1 }) => partOf(level1) === undefined)) return new Map();
  const present = (["effect", "output", "cost", "satisfaction"] as const).filter(
    (part) => of(part).length > 0,
  );
  const advice = of("cost").length > 0 ? withCost : withoutCost;
  const all = Math.max(0, 100 - executionPoints);
  const [heir, ...others] = present.map((part) => ({ part, points: Math.floor((advice[part] * all) / 90) }));
  const taken = others.reduce((sum, { points }) => sum + points, 0);
  const shares = heir === undefined ? [] : [{ part: heir.part, points: all - taken }, ...others];
  const execution = indicators.filter(({ name }) => name.includes("执行率"));
  return new Map(
    [
      ...shares.map(({ part, points }) => ({ points, rows: of(part) })),
      { points: executionPoints, rows: execution },
    ].flatMap(({ points, rows }) =>
      spread(
        points,
        rows.map(({ id }) => id),
      ),
    ),
  );
}

/** Whole points where there are enough of them, else tenths, else hundredths. */
function spread(
  points: number,
  ids: readonly Indicator["id"][],
): readonly (readonly [Indicator["id"], Decimal])[] {
  if (ids.length === 0) return [];
  const unit = [1, 10, 100].find((parts) => points * parts >= ids.length) ?? 100;
  const all = points * unit;
  const base = Math.floor(all / ids.length);
  const rest = all - base * ids.length;
  return ids.map((id, index) => [id, decimal(String((base + (index < rest ? 1 : 0)) / unit))] as const);
}
