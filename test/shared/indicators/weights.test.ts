import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposedWeights, weightSum } from "#shared/indicators/weights.ts";
import { addDecimals, decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";

const levels = ["成本指标", "产出指标", "效益指标", "满意度指标"] as const;
const rows = (counts: readonly number[]) =>
  levels.flatMap((level1, at) =>
    Array.from({ length: counts[at] ?? 0 }, (_, index) => ({
      id: asId(`${level1}-${index}`),
      level1,
      name: `${level1}${index}`,
      weight: null,
    })),
  );
const ofLevel = (counts: readonly number[], executionPoints = 10) => {
  const proposed = proposedWeights(rows(counts), executionPoints);
  return levels.map((level1) =>
    addDecimals([...proposed].filter(([id]) => id.startsWith(level1)).map(([, weight]) => weight)),
  );
};

describe("proposedWeights", () => {
  it.each([
    [
      [1, 1, 1, 1],
      ["20", "40", "20", "10"],
    ],
    [
      [0, 11, 4, 1],
      ["0", "50", "30", "10"],
    ],
    [
      [0, 3, 2, 0],
      ["0", "50", "40", "0"],
    ],
    [
      [2, 3, 0, 0],
      ["20", "70", "0", "0"],
    ],
  ])("of %j indicators gives %j", (counts, sums) => {
    expect(ofLevel(counts)).toEqual(sums);
  });

  it("comes to 100 with 预算执行率, however many there are and whatever points it has", () => {
    const someOf = fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 70 }), fc.nat(40), fc.nat(20));
    fc.assert(
      fc.property(someOf, fc.nat(100), (counts, points) => {
        const indicators = rows(counts);
        const proposed = proposedWeights(indicators, points);
        const weighted = indicators.map((row) => ({ ...row, weight: proposed.get(row.id) ?? null }));
        expect(weightSum(weighted, points)).toMatchObject({ total: "100", unweighted: 0 });
      }),
    );
  });

  it("shares out what an office leaves beside 预算执行率 in the advised proportion", () => {
    expect(ofLevel([0, 3, 2, 1], 20)).toEqual(["0", "44", "28", "8"]);
    expect(ofLevel([0, 3, 2, 1], 0)).toEqual(["0", "55", "34", "11"]);
  });

  it("gives an indicator that is 预算执行率 its ten points, and counts them once", () => {
    const execution = { id: asId("execution"), level1: "产出指标", name: "预算执行率", weight: null };
    const indicators = [...rows([0, 2, 1, 1]), execution];
    const proposed = proposedWeights(indicators, 10);
    expect(proposed.get(execution.id)).toBe("10");
    const weighted = indicators.map((row) => ({ ...row, weight: proposed.get(row.id) ?? null }));
    expect(weightSum(weighted, 10)).toEqual({ total: "100", executionPoints: 0, unweighted: 0 });
  });

  it("proposes nothing for levels it has no advice on", () => {
    expect(
      proposedWeights([{ id: asId("x"), level1: "管理指标", name: "制度", weight: null }], 10).size,
    ).toBe(0);
  });
});

it("counts indicators without points", () => {
  const of = (weight: string | null) => ({ name: "套数", weight: weight === null ? null : decimal(weight) });
  expect(weightSum([of("60"), of("20.5"), of(null)], 10)).toEqual({
    total: "90.5",
    executionPoints: 10,
    unweighted: 1,
  });
});
