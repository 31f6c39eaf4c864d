import { describe, expect, it } from "vitest";
import type { Indicator } from "#shared/model/project.ts";
import { paper } from "#test/shared/forms/samplePaper.ts";
import {
  levelsNamed,
  movedIndicators,
  nextLevel,
  patched,
  placedIndicators,
  proposedPatches,
} from "../../../../renderer/features/projects/indicators/changeIndicators.ts";

const { indicators } = paper;
const levels = [
  { level1: "产出指标", level2: ["数量指标", "质量指标"], needed: [] },
  { level1: "效益指标", level2: ["社会效益指标"], needed: [] },
];
const [first, second, third] = indicators;
const amounts = { level1: "产出指标", level2: "数量指标" };
const quality = { level1: "产出指标", level2: "质量指标" };

/** The indicators of a level in their order, once these changes are saved. */
function orderOf(changes: ReturnType<typeof placedIndicators>, { level1, level2 }: typeof amounts) {
  const now = patched(indicators, changes);
  expect(new Set(now.map(({ seq }) => seq)).size).toBe(indicators.length);
  return now
    .filter((row) => row.level1 === level1 && row.level2 === level2)
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ name }) => name.slice(0, 5));
}
const idOf = (indicator: Indicator | undefined): Indicator["id"] => {
  if (indicator === undefined) throw new Error("the paper has it");
  return indicator.id;
};

describe("reordering indicators", () => {
  it("changes places with a neighbour of the level, and stops at its ends", () => {
    if (second === undefined || first === undefined) throw new Error("the paper has them");
    expect(orderOf(movedIndicators(indicators, second, -1), amounts).slice(0, 2)).toEqual(
      ["工作服覆盖", "“1234"].toReversed(),
    );
    expect(movedIndicators(indicators, first, -1)).toEqual([]);
    expect(movedIndicators(indicators, { ...first, id: null }, 1)).toEqual([]);
  });

  it("puts one before another, or behind all, and writes only what changes", () => {
    const before = placedIndicators(indicators, idOf(third), amounts, idOf(first));
    expect(orderOf(before, amounts).slice(0, 3)).toEqual(["工作服制作", "工作服覆盖", "“1234"]);
    expect(before).toHaveLength(3);
    expect(orderOf(placedIndicators(indicators, idOf(first), amounts, null), amounts).at(-1)).toBe(
      "工作服覆盖",
    );
    expect(placedIndicators(indicators, idOf(first), amounts, idOf(first))).toEqual([]);
    expect(placedIndicators(indicators, idOf(first), amounts, idOf(second))).toEqual([]);
  });

  it("gives one that comes to another level that level", () => {
    const moved = placedIndicators(indicators, idOf(first), quality, null);
    expect(orderOf(moved, quality).at(-1)).toBe("工作服覆盖");
    expect(orderOf(moved, amounts)[0]).toBe("“1234");
    const alone = placedIndicators(
      indicators,
      idOf(first),
      { level1: "成本指标", level2: "经济成本指标" },
      null,
    );
    expect(alone).toMatchObject([{ id: idOf(first), level1: "成本指标", level2: "经济成本指标" }]);
  });

  it("goes by the order that is on its way: there and back again is where it was", () => {
    const down = movedIndicators(indicators, { ...amounts, id: idOf(first) }, 1);
    const now = patched(indicators, down);
    const up = movedIndicators(now, { ...amounts, id: idOf(first) }, -1);
    expect(patched(now, up)).toEqual(indicators);
    expect(orderOf([...down, ...up], amounts)).toEqual(orderOf([], amounts));
  });

  it("says nothing of what is typed meanwhile", () => {
    const all = [
      ...movedIndicators(indicators, { ...amounts, id: idOf(first) }, 1),
      ...placedIndicators(indicators, idOf(first), quality, null),
      ...proposedPatches(indicators, 10),
    ];
    const said = new Set(all.flatMap((patch) => Object.keys(patch)));
    expect([...said].toSorted()).toEqual(["id", "level1", "level2", "seq", "weight"]);
  });

  it("knows the level before and after one", () => {
    expect(nextLevel(levels, amounts, 1)).toEqual(quality);
    expect(nextLevel(levels, quality, 1)).toEqual({ level1: "效益指标", level2: "社会效益指标" });
    expect(nextLevel(levels, amounts, -1)).toBeUndefined();
    expect(nextLevel(levels, { level1: "其他", level2: "其他" }, 1)).toBeUndefined();
  });
});

it("finds a missing level by its name, the first of a first level", () => {
  expect(levelsNamed("效益指标", levels)).toEqual({ level1: "效益指标", level2: "社会效益指标" });
  expect(levelsNamed("质量指标", levels)).toEqual(quality);
});

it("gives points that come to 90 beside 预算执行率", () => {
  const sum = proposedPatches(indicators, 10).reduce((total, { weight }) => total + Number(weight), 0);
  expect(sum).toBe(90);
});
