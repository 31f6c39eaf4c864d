import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcomes } from "#shared/indicators/outcome.ts";
import { gradeOf, scoreExecution, scoreIndicator } from "#shared/indicators/score.ts";
import { compareDecimals, decimal } from "#shared/kernel/decimal.ts";

const zero = decimal("0");
const target = (
  valueText: string,
  more: Readonly<{ level1?: string; baseValue?: string; weight?: string }> = {},
) => ({
  level1: more.level1 ?? "产出指标",
  valueText,
  baseValue: more.baseValue ?? "",
  weight: decimal(more.weight ?? "10"),
});
const score = (of: ReturnType<typeof target>, valueText: string, outlook = "") =>
  scoreIndicator(of, { valueText, outlook });

describe("scoreExecution", () => {
  it.each([
    [38_700_000, 43_000_000, "9"],
    [43_000_000, 43_000_000, "10"],
    [50_000_000, 43_000_000, "10"],
    [0, 43_000_000, "0"],
    [-100, 43_000_000, "0"],
    [1, 3, "3.33"],
    [2, 3, "6.67"],
  ])("gives %i of %i分 %s points of ten", (executed, budget, points) => {
    expect(scoreExecution(executed, budget, decimal("10"))).toBe(points);
  });

  it("says nothing where there is no budget", () => {
    expect(scoreExecution(100, 0, decimal("10"))).toBeNull();
  });
});

describe("scoreIndicator", () => {
  it.each([
    ["≥30套", "32套", "10", true],
    ["≥30套", "27", "9", false],
    ["≥30套", "0套", "0", false],
    [">=26台", "26台", "10", true],
    ["=100%", "98%", "9.8", false],
    ["=100.00(%)", "98.50(%)", "9.85", false],
    ["985米", "990米", "10", true],
    ["≤43万元", "40万元", "10", true],
    ["≤40万元", "50万元", "8", false],
    ["≤0件", "2件", "0", false],
    ["80%-90%", "85%", "10", true],
    ["80%-90%", "40%", "5", false],
    ["80%-90%", "100%", "9", false],
    ["健全", "健全", "10", true],
    ["健全", "不健全", "0", false],
    ["合格", "未通过", "0", false],
  ])("%s, of which came %s: %s", (wanted, came, points, reached) => {
    const found = score(target(wanted), came);
    expect([found.points, found.reached]).toEqual([points, reached]);
  });

  it.each([
    ["95%", "10"],
    ["90%", "10"],
    ["75%", "5"],
    ["60%", "0"],
    ["59.9%", "0"],
    ["81.5%", "7.17"],
  ])("measures 满意度 of %s by the straight line from 60 to 90", (came, points) => {
    expect(score(target("≥95%", { level1: "满意度指标" }), came).points).toBe(points);
    expect(score(target("提升", { level1: "满意度指标" }), came).points).toBe(points);
  });

  it("sees by the base value whether what should fall fell", () => {
    const damages = target("下降", { baseValue: "120件" });
    expect(score(damages, "95件")).toMatchObject({ points: "10", how: "由120件到95件，下降，达成" });
    expect(score(damages, "121件")).toMatchObject({ points: null, how: "定性指标，请选择达成情况" });
    expect(score(damages, "95起").points).toBeNull();
  });

  it("asks the officer about words, and gives the part of the points that was chosen", () => {
    const words = target("保持街镇前列");
    expect(score(words, "第三名").points).toBeNull();
    expect(outcomes.map(({ word }) => score(words, "第三名", word))).toMatchObject([
      { points: "10", limits: { from: "8", to: "10" }, reached: true },
      { points: "7", limits: { from: "6", to: "8" }, reached: false },
      { points: "3", limits: { from: "0", to: "6" }, reached: false },
    ]);
  });

  it("says why it cannot be said", () => {
    expect(scoreIndicator(target("≥30套"), undefined).how).toBe("没有填写实际完成值");
    expect(score(target("≥30套"), "30台").how).toBe("实际完成值的单位“台”与指标值的“套”不同");
    expect(score(target("≥30套"), "已完成").how).toBe("实际完成值不是数字，无法与指标值比较");
    expect(
      scoreIndicator({ ...target("≥30套"), weight: null }, { valueText: "30套", outlook: "" }),
    ).toMatchObject({
      points: null,
      reached: true,
    });
  });

  const wanted = fc
    .tuple(fc.constantFrom("≥", ">", "=", "≤", "<"), fc.nat(500))
    .map(([sign, number]) => ({ isCap: sign === "≤" || sign === "<", text: `${sign}${number}套` }));
  const weight = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => String(hundredths / 100));

  it("never gives more than the points, nor less than none", () => {
    fc.assert(
      fc.property(wanted, fc.nat(1_000), weight, ({ text }, came, points) => {
        const given = score(target(text, { weight: points }), `${came}套`).points ?? zero;
        expect(compareDecimals(given, zero)).toBeGreaterThanOrEqual(0);
        expect(compareDecimals(given, decimal(points))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("gives no less for more, or for less of what is to stay low", () => {
    fc.assert(
      fc.property(wanted, fc.nat(1_000), fc.nat(1_000), ({ text, isCap }, a, b) => {
        const of = (came: number) => score(target(text), `${came}套`).points ?? zero;
        const [worse, better] = isCap ? [Math.max(a, b), Math.min(a, b)] : [Math.min(a, b), Math.max(a, b)];
        expect(compareDecimals(of(better), of(worse))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

it("calls a grade as the office does", () => {
  const grades = [
    { label: "合格", from: decimal("60") },
    { label: "优", from: decimal("90") },
    { label: "不合格", from: zero },
  ];
  expect(["95", "90", "89.99", "60", "59.99", "0"].map((total) => gradeOf(grades, decimal(total)))).toEqual([
    "优",
    "优",
    "合格",
    "合格",
    "不合格",
    "不合格",
  ]);
});
