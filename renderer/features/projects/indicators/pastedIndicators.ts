import type { ApiInput } from "#shared/api/contract.ts";
import type { IndicatorsBlock } from "#shared/forms/templates/template.ts";
import type { Indicator } from "#shared/model/project.ts";
import type { PastedLine } from "../../../components/pasteTable.ts";

export type PastedKey = "level1" | "level2" | "name" | "valueText" | "weight" | "baseValue" | "evidence";
type Line = PastedLine<PastedKey>;
type Place = Readonly<{ level2: string; name: string }>;
type Change = ApiInput<"performance.saveIndicators">["indicators"][number];

const isAt = (one: Place, other: Place): boolean => one.level2 === other.level2 && one.name === other.name;

/**
 * The indicator that each line means: the one of its name and second level, else the one of its name where no other line and
 * no other indicator has it. None twice.
 */
export function meantIndicators(
  indicators: readonly Indicator[],
  lines: readonly Place[],
): readonly (Indicator | undefined)[] {
  return lines.map((line, index) => {
    const isFirst = lines.findIndex((other) => isAt(other, line)) === index;
    const own = indicators.find((row) => isAt(row, line));
    if (own !== undefined) return isFirst ? own : undefined;
    const [named, ...others] = indicators.filter(({ name }) => name === line.name);
    const isAlone = others.length === 0 && lines.filter(({ name }) => name === line.name).length === 1;
    return isAlone ? named : undefined;
  });
}

/** What a list copied from a worksheet changes and adds. Columns that it does not have stay as they were. */
export function pastedIndicators(
  indicators: readonly Indicator[],
  lines: readonly Line[],
  levels: IndicatorsBlock["levels"],
): Change[] {
  const lastSeq = Math.max(0, ...indicators.map(({ seq }) => seq));
  const places = lines.map((line) => ({ level2: line.text("level2"), name: line.text("name") }));
  const meant = meantIndicators(indicators, places);
  return lines.map((line, index): Change => {
    const name = line.text("name");
    const level2 = line.text("level2");
    const home = levels.find((level) => level.level2.includes(level2))?.level1 ?? "产出指标";
    const stated = { level1: line.text("level1") || home, level2, name };
    const old = meant[index];
    if (old !== undefined) return { id: old.id, ...stated, ...cellsOf(line) };
    const blank = { valueText: "", weight: null, baseValue: "", evidence: "", budgetLineId: null };
    return { id: null, seq: lastSeq + index + 1, ...stated, ...blank, ...cellsOf(line) };
  });
}

const cellsOf = (line: Line) => ({
  ...(line.has("valueText") && { valueText: line.text("valueText") }),
  ...(line.has("weight") && { weight: line.decimal("weight") }),
  ...(line.has("baseValue") && { baseValue: line.text("baseValue") }),
  ...(line.has("evidence") && { evidence: line.text("evidence") }),
});
