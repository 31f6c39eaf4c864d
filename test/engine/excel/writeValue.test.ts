import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sheetRows } from "#engine/excel/writeRows.ts";
import { excelValue } from "#engine/excel/writeValue.ts";
import { rangesOf } from "#shared/forms/grid.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";

const rows = sheetRows(Array(2_000).fill(20));
const write = (value: Parameters<typeof excelValue>[0]) => excelValue(value, rows);

describe("excelValue", () => {
  it("writes 分 as the very decimal in 元", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (value) => {
        const { value: written } = write({ kind: "amount", cents: cents(value) });
        expect(
          Number(written)
            .toFixed(2)
            .replace(".", "")
            .replace(/^(-?)0+(?=\d)/, "$1"),
        ).toBe(String(value));
      }),
    );
  });

  it.each([
    [{ kind: "number", value: decimal("26") } as const, 26, "#,##0"],
    [{ kind: "number", value: decimal("0.25") } as const, 0.25, "#,##0.############"],
    [{ kind: "price", value: decimal("1180") } as const, 1180, "#,##0.00##########"],
    [{ kind: "percent", bp: 5647 } as const, 0.5647, "0.00%"],
    [{ kind: "date", date: isoDate("2022-01-01") } as const, 44_562, "yyyy-mm-dd"],
    [{ kind: "date", date: isoDate("1900-03-01") } as const, 61, "yyyy-mm-dd"],
    [{ kind: "empty" } as const, null, "General"],
  ])("writes %o as %s in format %s", (value, written, format) => {
    expect(write(value)).toEqual({ value: written, format });
  });

  it("keeps a number of more digits than Excel as text", () => {
    expect(write({ kind: "number", value: decimal("123456789.1234567") })).toEqual({
      value: "123,456,789.1234567",
      format: "@",
    });
  });

  it("nests a sum of more cells than SUM takes", () => {
    const apart = Array.from({ length: 600 }, (_, index) => index * 2);
    const { value } = write({ kind: "sum", cents: cents(0), of: rangesOf(0, apart) });
    const formula =
      typeof value === "object" && value !== null && "formula" in value ? String(value.formula) : "";
    const groups = formula.slice(4, -1).match(/SUM\([^)]*\)/g) ?? [];
    expect(groups.map((group) => group.split(",").length)).toEqual([255, 255, 90]);
    expect(formula).toBe(`SUM(${groups.join(",")})`);
  });
});

describe("sheetRows", () => {
  it("gives each row its own, and several to one that is too high", () => {
    const { heights, starts } = sheetRows([20, 400, 1_000, 15.1]);
    expect(starts).toEqual([0, 1, 2, 8, 9]);
    expect(heights).toHaveLength(9);
    expect(heights.slice(2, 8).reduce((sum, height) => sum + height, 0)).toBeGreaterThanOrEqual(1_000);
    expect(heights.at(-1)).toBe(15.25);
  });
});
