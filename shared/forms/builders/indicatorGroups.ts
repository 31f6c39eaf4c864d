import type { Indicator } from "../../model/project.ts";

type SecondLevel = Readonly<{ level2: string; indicators: readonly Indicator[] }>;
/** `size` is the number of indicators in all its groups. */
type FirstLevel = Readonly<{ level1: string; size: number; groups: readonly SecondLevel[] }>;

/**
 * Indicators by first and second level, so that each level is one merged cell: levels in the order of the template, those
 * it does not know behind them as they come, indicators by their number.
 */
export function groupIndicators(
  indicators: readonly Indicator[],
  levels: readonly Readonly<{ level1: string; level2: readonly string[] }>[],
): readonly FirstLevel[] {
  const inOrder = [...indicators].sort((left, right) => left.seq - right.seq);
  const known1 = levels.map(({ level1 }) => level1);
  return groupBy(inOrder, (indicator) => indicator.level1, known1).map(([level1, members]) => {
    const known2 = levels.find((level) => level.level1 === level1)?.level2 ?? [];
    const groups = groupBy(members, (indicator) => indicator.level2, known2).map(([level2, group]) => ({
      level2,
      indicators: group,
    }));
    return { level1, size: members.length, groups };
  });
}

function groupBy(
  indicators: readonly Indicator[],
  keyOf: (indicator: Indicator) => string,
  known: readonly string[],
): readonly (readonly [string, readonly Indicator[]])[] {
  const present = new Set(indicators.map(keyOf));
  const keys = [
    ...known.filter((key) => present.has(key)),
    ...[...present].filter((key) => !known.includes(key)),
  ];
  return keys.map((key) => [key, indicators.filter((indicator) => keyOf(indicator) === key)]);
}
