import type { IndicatorsBlock } from "#shared/forms/templates/template.ts";
import { proposedWeights } from "#shared/indicators/weights.ts";
import type { Indicator } from "#shared/model/project.ts";
import type { Levels } from "./indicatorLines.ts";

/** What becomes of an indicator. All else stays as it is in the ledger, which may know more than the screen shows yet. */
export type IndicatorPatch = Readonly<
  Pick<Indicator, "id"> & Partial<Pick<Indicator, "seq" | "level1" | "level2" | "weight">>
>;

/** The indicators once these patches are saved, one after the other. */
export const patched = (
  indicators: readonly Indicator[],
  patches: readonly IndicatorPatch[],
): readonly Indicator[] =>
  patches.reduce(
    (rows, patch) => rows.map((row) => (row.id === patch.id ? { ...row, ...patch } : row)),
    indicators,
  );

/** The points that the guidance advises. */
export const proposedPatches = (
  indicators: readonly Indicator[],
  executionPoints: number,
): readonly IndicatorPatch[] =>
  [...proposedWeights(indicators, executionPoints)].map(([id, weight]) => ({ id, weight }));

/** The indicators of one level in their order. */
export const ofLevel = (indicators: readonly Indicator[], { level1, level2 }: Levels): readonly Indicator[] =>
  indicators
    .filter((row) => row.level1 === level1 && row.level2 === level2)
    .toSorted((a, b) => a.seq - b.seq);

/** An indicator and its neighbour of the same level, each at the other's place; none where it is the first or last. */
export function movedIndicators(
  indicators: readonly Indicator[],
  { id, ...levels }: Levels & Readonly<{ id: Indicator["id"] | null }>,
  step: -1 | 1,
): readonly IndicatorPatch[] {
  const group = ofLevel(indicators, levels);
  const at = group.findIndex((row) => row.id === id);
  const [own, other] = [group[at], group[at + step]];
  if (own === undefined || other === undefined) return [];
  return [
    { id: own.id, seq: other.seq },
    { id: other.id, seq: own.seq },
  ];
}

/**
 * An indicator at another place: before one of a level, or behind all of it; there it takes that level. The indicators of the
 * level share out the numbers they have among them.
 */
export function placedIndicators(
  indicators: readonly Indicator[],
  id: Indicator["id"],
  levels: Levels,
  before: Indicator["id"] | null,
): readonly IndicatorPatch[] {
  const own = indicators.find((row) => row.id === id);
  if (own === undefined || id === before) return [];
  const group = ofLevel(indicators, levels).filter((row) => row.id !== id);
  const found = group.findIndex((row) => row.id === before);
  const at = found < 0 ? group.length : found;
  const order = [...group.slice(0, at), own, ...group.slice(at)];
  const numbers = order.map(({ seq }) => seq).toSorted((a, b) => a - b);
  const { level1, level2 } = levels;
  const isMoved = own.level1 !== level1 || own.level2 !== level2;
  return order.flatMap((row, index) => {
    const seq = numbers[index] ?? row.seq;
    if (row.id === id && isMoved) return [{ id, seq, level1, level2 }];
    return seq === row.seq ? [] : [{ id: row.id, seq }];
  });
}

/** The level before or after one, in the order of the form; `undefined` at either end. */
export function nextLevel(
  choices: readonly Readonly<{ level1: string; level2: readonly string[] }>[],
  { level1, level2 }: Levels,
  step: -1 | 1,
): Levels | undefined {
  const all = choices.flatMap((choice) =>
    choice.level2.map((name) => ({ level1: choice.level1, level2: name })),
  );
  const at = all.findIndex((one) => one.level1 === level1 && one.level2 === level2);
  return at < 0 ? undefined : all[at + step];
}

/** A level that is missing, by its name: a first level begins with its first second level. */
export function levelsNamed(name: string, levels: IndicatorsBlock["levels"]): Levels {
  const first = levels.find(({ level1 }) => level1 === name);
  if (first !== undefined) return { level1: first.level1, level2: first.level2[0] ?? "" };
  return { level1: levels.find(({ level2 }) => level2.includes(name))?.level1 ?? name, level2: name };
}
