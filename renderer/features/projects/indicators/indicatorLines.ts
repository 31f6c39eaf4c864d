import { groupIndicators } from "#shared/forms/builders/indicatorGroups.ts";
import type { IndicatorsBlock } from "#shared/forms/templates/template.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Indicator } from "#shared/model/project.ts";
import { type IndicatorFields, indicatorFields } from "./indicatorFields.ts";

export type Levels = Readonly<{ level1: string; level2: string }>;

/** A line of the grid: the heading of a group, or an indicator with its place among the indicators. */
export type IndicatorLine =
  | Readonly<{ kind: "group"; key: string; levels: Levels }>
  | Readonly<{ kind: "indicator"; key: string; index: number; indicator: IndicatorFields }>;

/** The lines from top to bottom. One that is being written stands where it will stand once it is stored. */
export function indicatorLines(
  indicators: readonly Indicator[],
  templateLevels: IndicatorsBlock["levels"],
  keyOf: (id: Indicator["id"]) => string,
  begun: Readonly<{ key: string; indicator: IndicatorFields }> | null,
): readonly IndicatorLine[] {
  const all: readonly Indicator[] =
    begun === null
      ? indicators
      : [...indicators, { ...begun.indicator, id: asId(begun.key), voidedAt: null, voidReason: null }];
  let index = 0;
  return groupIndicators(all, templateLevels).flatMap(({ level1, groups }) =>
    groups.flatMap(({ level2, indicators: members }): readonly IndicatorLine[] => [
      { kind: "group", key: `${level1}/${level2}`, levels: { level1, level2 } },
      ...members.map((member): IndicatorLine => {
        const isNew = member.id === begun?.key;
        const fields = isNew && begun !== null ? begun.indicator : indicatorFields(member);
        index += 1;
        return {
          kind: "indicator",
          key: isNew ? member.id : keyOf(member.id),
          index: index - 1,
          indicator: fields,
        };
      }),
    ]),
  );
}

/** Every first and second level that may be chosen: those of the sheet, and those already in use. */
export function levelChoices(
  indicators: readonly Indicator[],
  templateLevels: IndicatorsBlock["levels"],
): readonly Readonly<{ level1: string; level2: readonly string[] }>[] {
  const used = new Set(indicators.map(({ level1 }) => level1));
  const names = [...new Set([...templateLevels.map(({ level1 }) => level1), ...used])];
  return names.map((level1) => {
    const known = templateLevels.find((level) => level.level1 === level1)?.level2 ?? [];
    const seen = indicators.filter((row) => row.level1 === level1).map(({ level2 }) => level2);
    return { level1, level2: [...new Set([...known, ...seen])] };
  });
}
