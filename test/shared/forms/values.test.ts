import { describe, expect, it } from "vitest";
import type { FormValue } from "#shared/forms/form.ts";
import {
  dateOrEmpty,
  isFigure,
  numberOrEmpty,
  priceOrEmpty,
  printValue,
  text,
} from "#shared/forms/values.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";

describe("printValue", () => {
  it.each<[FormValue, string]>([
    [{ kind: "empty" }, ""],
    [{ kind: "text", text: "=100%" }, "=100%"],
    [{ kind: "amount", cents: cents(43_000_000) }, "430,000.00"],
    [{ kind: "amount", cents: cents(-5) }, "-0.05"],
    [{ kind: "sum", cents: cents(123_456_789), of: [] }, "1,234,567.89"],
    [{ kind: "price", value: decimal("1180") }, "1,180.00"],
    [{ kind: "price", value: decimal("59.5") }, "59.50"],
    [{ kind: "price", value: decimal("0.12345") }, "0.12345"],
    [{ kind: "number", value: decimal("12345678") }, "12,345,678"],
    [{ kind: "number", value: decimal("-1234.5") }, "-1,234.5"],
    [{ kind: "percent", bp: 5647 }, "56.47%"],
    [{ kind: "date", date: isoDate("2022-01-01") }, "2022-01-01"],
  ])("prints %o as “%s”", (value, printed) => {
    expect(printValue(value)).toBe(printed);
  });

  it("keeps figures apart from text", () => {
    expect(isFigure({ kind: "amount", cents: cents(0) })).toBe(true);
    expect([text("2022"), { kind: "empty" as const }].some(isFigure)).toBe(false);
  });

  it("makes nothing of nothing", () => {
    expect([numberOrEmpty(null), priceOrEmpty(null), dateOrEmpty(null), text("")]).toEqual(
      Array(4).fill({ kind: "empty" }),
    );
  });
});
