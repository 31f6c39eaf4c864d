import { describe, expect, it } from "vitest";
import { fundingAmount, fundingParts, fundingTotal } from "#shared/budget/funding.ts";
import { cents } from "#shared/kernel/cents.ts";
import { fundingOf } from "#test/shared/forms/samplePaper.ts";

const parts = fundingOf([
  ["total", "fiscal", cents(900)],
  ["annual", "currentAppropriation", cents(400)],
  ["annual", "carryOver", cents(30)],
  ["annual", "other", cents(2)],
]);

describe("funding", () => {
  it("adds the sources of one scope, never a stated sum", () => {
    expect(fundingParts(parts, "annual")).toBe(432);
    expect(fundingParts([...parts, ...fundingOf([["annual", "sum", cents(500)]])], "annual")).toBe(432);
  });

  it("takes the total as stated, or what the sources come to", () => {
    expect(fundingTotal(parts, "annual")).toBe(432);
    expect(fundingTotal([...parts, ...fundingOf([["annual", "sum", cents(500)]])], "annual")).toBe(500);
    expect(fundingTotal([], "total")).toBe(0);
  });

  it("knows zero from nothing", () => {
    expect(fundingAmount(fundingOf([["total", "other", cents(0)]]), "total", "other")).toBe(0);
    expect(fundingAmount(parts, "total", "other")).toBeUndefined();
  });
});
