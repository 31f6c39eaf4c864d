import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addCents,
  type Cents,
  cents,
  centsToDecimal,
  formatBp,
  formatWan,
  formatYuan,
  formatYuanPlain,
  maxCents,
  minCents,
  multiplyToCents,
  parseYuan,
  ratioBp,
  splitCents,
  subtractCents,
  sumCents,
} from "#shared/kernel/cents.ts";
import { decimal } from "#shared/kernel/decimal.ts";

const amount = fc.maxSafeInteger().map(cents);
const fairAmount = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }).map(cents);

describe("cents", () => {
  it("refuses what is no whole number of 分", () => {
    for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => cents(value)).toThrow(RangeError);
    }
    expect(() => sumCents([cents(Number.MAX_SAFE_INTEGER), cents(1)])).toThrow(RangeError);
  });

  it("knows one zero", () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
    expect(splitCents(cents(-1), 2)).toEqual([0, -1]);
  });

  it("adds, subtracts and compares", () => {
    expect(addCents(cents(1), cents(2), cents(-4))).toBe(-1);
    expect(subtractCents(cents(1), cents(3))).toBe(-2);
    expect(sumCents([])).toBe(0);
    expect([minCents(cents(3), cents(-1)), maxCents(cents(3), cents(-1))]).toEqual([-1, 3]);
  });
});

describe("multiplyToCents", () => {
  it.each([
    [["26", "80", "6"], 1_248_000],
    [["24", "80", "6"], 1_152_000],
    [["32", "1180"], 3_776_000],
    [["68", "59", "12"], 4_814_400],
    [["0.005"], 1],
    [["0.0049"], 0],
    [["-0.005"], -1],
    // Two factors that a fraction in binary gets wrong: 1.005 × 100 = 100.49999…
    [["1.005", "1"], 101],
    [["33.333333333333", "3"], 10_000],
  ])("%j is %d 分", (factors, expected) => {
    expect(multiplyToCents(...factors.map(decimal))).toBe(expected);
  });

  it("is exact for the short factors that most prices are, as for long ones", () => {
    const short = fc.tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 2 }));
    fc.assert(
      fc.property(short, fc.integer({ min: 0, max: 99_999_999 }), ([units, scale], count) => {
        const text = String(Math.abs(units)).padStart(scale + 1, "0");
        const point = text.length - scale;
        const price = `${units < 0 ? "-" : ""}${text.slice(0, point)}${scale === 0 ? "" : `.${text.slice(point)}`}`;
        const exact = BigInt(units) * BigInt(count) * 10n ** BigInt(2 - scale);
        fc.pre(exact <= BigInt(Number.MAX_SAFE_INTEGER) && exact >= -BigInt(Number.MAX_SAFE_INTEGER));
        expect(multiplyToCents(decimal(price), decimal(String(count)))).toBe(Number(exact));
      }),
    );
  });

  it("refuses an amount beyond whole numbers", () => {
    expect(() => multiplyToCents(decimal("999999999999"), decimal("999999999999"))).toThrow(
      "999999999999 × 999999999999 的金额太大，账本记不下。",
    );
  });
});

describe("splitCents", () => {
  it("gives the remainder to the last part", () => {
    expect(splitCents(cents(10_000_001), 4)).toEqual([2_500_000, 2_500_000, 2_500_000, 2_500_001]);
    expect(splitCents(cents(2), 3)).toEqual([0, 0, 2]);
  });

  it("always adds up, in equal parts but for the last", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 400 }), (total, count) => {
        const parts = splitCents(total, count);
        expect(parts).toHaveLength(count);
        expect(sumCents(parts)).toBe(total);
        expect(new Set(parts.slice(0, -1)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("refuses to split into no parts", () => {
    for (const count of [0, -1, 1.5]) expect(() => splitCents(cents(1), count)).toThrow(RangeError);
  });
});

describe("parseYuan", () => {
  it.each([
    ["1,234.50", 123_450],
    ["￥430000", 43_000_000],
    ["¥ 430,000.00 元", 43_000_000],
    ["（12.00）", -1_200],
    ["(12)", -1_200],
    ["-0.01", -1],
    ["+5", 500],
    ["１２３．４５", 12_345],
    ["1.500", 150],
    ["-0", 0],
  ])("%s is %d 分", (text, expected) => {
    expect(parseYuan(text)).toBe(expected);
  });

  it.each(["", "--", "abc", "1.234", "1.5万", "1e5", "+-5", "(-5)", "1.2.3", "99999999999999999"])(
    "refuses %j",
    (text) => {
      expect(parseYuan(text)).toBeUndefined();
    },
  );

  it("reads back what is shown and what is written to files", () => {
    fc.assert(
      fc.property(fairAmount, (value) => {
        expect(parseYuan(formatYuan(value))).toBe(value);
        expect(parseYuan(formatYuanPlain(value))).toBe(value);
        expect(multiplyToCents(centsToDecimal(value))).toBe(value);
      }),
    );
  });
});

describe("formats", () => {
  const shown = (value: Cents) => [formatYuan(value), formatYuanPlain(value), formatWan(value)];

  it.each([
    [0, "0.00", "0.00", "0.00"],
    [5, "0.05", "0.05", "0.00"],
    [-5, "-0.05", "-0.05", "0.00"],
    [43_000_000, "430,000.00", "430000.00", "43.00"],
    [349_800_000, "3,498,000.00", "3498000.00", "349.80"],
    [213_277_754, "2,132,777.54", "2132777.54", "213.28"],
    [-1_234_567_890_123, "-12,345,678,901.23", "-12345678901.23", "-1234567.89"],
    [5_000, "50.00", "50.00", "0.01"],
    [4_999, "49.99", "49.99", "0.00"],
  ])("%d 分", (value, ...expected) => {
    expect(shown(cents(value))).toEqual(expected);
  });
});

describe("ratioBp", () => {
  it.each([
    [38_700_000, 43_000_000, 9_000, "90.00%"],
    [1, 3, 3_333, "33.33%"],
    [15, 100_000, 2, "0.02%"],
    [-15, 100_000, -2, "-0.02%"],
    [-1, 1_000_000, 0, "0.00%"],
    [0, 5, 0, "0.00%"],
    [3, 2, 15_000, "150.00%"],
  ])("%d of %d", (part, whole, expected, text) => {
    const ratio = ratioBp(cents(part), cents(whole));
    expect(ratio).toBe(expected);
    expect(formatBp(expected)).toBe(text);
  });

  it("has no answer for nothing", () => {
    expect(ratioBp(cents(5), cents(0))).toBeUndefined();
  });

  it("never leaves the interval around the exact value", () => {
    fc.assert(
      fc.property(fairAmount, fairAmount, (part, whole) => {
        fc.pre(whole !== 0);
        const difference = BigInt(ratioBp(part, whole) ?? 0) * BigInt(whole) - BigInt(part) * 10_000n;
        const magnitude = difference < 0n ? -difference : difference;
        expect(2n * magnitude <= BigInt(Math.abs(whole))).toBe(true);
      }),
    );
  });
});
