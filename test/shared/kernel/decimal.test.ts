import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDecimals,
  compareDecimals,
  decimal,
  isDecimal,
  multiplyDecimals,
  multiplyScaled,
  parseDecimal,
  roundScaled,
  toScaled,
} from "#shared/kernel/decimal.ts";

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => {
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
    const point = digits.length - scale;
    return decimal(
      `${units < 0n ? "-" : ""}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ""}`,
    );
  });

describe("parseDecimal", () => {
  it.each([
    ["1180", "1180"],
    ["59.50", "59.5"],
    [" -0.25 ", "-0.25"],
    ["007.0", "7"],
    ["-0.00", "0"],
    ["0.000000000001", "0.000000000001"],
  ])("%j is %s", (text, expected) => {
    expect(parseDecimal(text)).toBe(expected);
  });

  it.each(["", ".", ".5", "5.", "1,000", "1e3", "--1", "0x10", "1.0000000000001", "1234567890123456789"])(
    "refuses %j",
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
      expect(isDecimal(text)).toBe(false);
      expect(() => decimal(text)).toThrow(RangeError);
    },
  );
});

describe("arithmetic", () => {
  it("is exact where fractions in binary are not", () => {
    expect(addDecimals([decimal("0.1"), decimal("0.2")])).toBe("0.3");
    expect(multiplyDecimals(decimal("1.1"), decimal("1.1"))).toBe("1.21");
    expect(addDecimals([])).toBe("0");
  });

  it("rounds half away from zero", () => {
    const rounded = (text: string) => roundScaled(toScaled(decimal(text)), 2);
    expect(["0.005", "-0.005", "0.0049", "1", "2.675"].map(rounded)).toEqual([1n, -1n, 0n, 100n, 268n]);
  });

  it("adds in any order and undoes by the opposite", () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (left, right) => {
        const sum = addDecimals([left, right]);
        expect(addDecimals([right, left])).toBe(sum);
        const opposite = multiplyDecimals(right, decimal("-1"));
        expect(compareDecimals(addDecimals([sum, opposite]), left)).toBe(0);
      }),
    );
  });

  it("multiplies as whole numbers do", () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (left, right) => {
        const product = multiplyScaled([left, right]);
        expect(product.units).toBe(toScaled(left).units * toScaled(right).units);
        expect(compareDecimals(multiplyDecimals(left, right), multiplyDecimals(right, left))).toBe(0);
      }),
    );
  });
});

describe("compareDecimals", () => {
  it("compares values, not texts", () => {
    expect(compareDecimals(decimal("10"), decimal("9.99"))).toBeGreaterThan(0);
    expect(compareDecimals(decimal("-1"), decimal("0.5"))).toBeLessThan(0);
    expect(compareDecimals(decimal("1.0"), decimal("1.00"))).toBe(0);
  });
});
