import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { progressPoints } from "../../../../renderer/features/workbench/progress.ts";
import { daysText } from "../../../../renderer/features/workbench/todos.ts";

describe("progress of the year", () => {
  const months = ["2022-01", "2022-02", "2022-03", "2022-04"].map((month, index) => ({
    month,
    plannedCents: cents(2500),
    paidCents: cents(index === 0 ? 1000 : 500),
  }));

  it("adds up from January and ends with the month it is seen in", () => {
    const points = progressPoints({ months, budgetCents: cents(10_000), asOf: "2022-02-15" });
    expect(points.map(({ paidBp }) => paidBp)).toEqual([1000, 1500, null, null]);
    expect(points.map(({ plannedBp }) => plannedBp)).toEqual([2500, 5000, 7500, 10_000]);
    expect(points.map(({ timeBp }) => timeBp)).toEqual([2500, 5000, 7500, 10_000]);
  });

  it("has nothing to show without a budget", () => {
    expect(progressPoints({ months, budgetCents: cents(0), asOf: "2022-02-15" })).toEqual([]);
  });
});

describe("when something is due", () => {
  it.each([
    [-7, "逾期 7 天"],
    [0, "今天到期"],
    [24, "还有 24 天"],
    [null, ""],
  ])("in %s days: %s", (days, said) => {
    expect(daysText(days)).toBe(said);
  });
});
