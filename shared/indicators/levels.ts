import type { IndicatorsBlock } from "../forms/templates/template.ts";

type Levels = IndicatorsBlock["levels"];

type Placed = Readonly<{ level1: string; level2: string }>;

/** The levels that a template asks for and no indicator is of, as the officer calls them. */
export const missingLevels = (levels: Levels, indicators: readonly Placed[]): readonly string[] =>
  levels.flatMap(({ level1, needed }) => {
    const own = indicators.filter((indicator) => indicator.level1 === level1);
    if (own.length === 0) return [level1];
    return needed.filter((level2) => !own.some((indicator) => indicator.level2 === level2));
  });

/** Where an indicator's second level belongs; `undefined` where it is right, `null` where the template does not know it. */
export function rightLevel(levels: Levels, { level1, level2 }: Placed): string | null | undefined {
  const homes = levels.filter((level) => level.level2.includes(level2)).map((level) => level.level1);
  if (homes.includes(level1)) return undefined;
  return homes[0] ?? null;
}
