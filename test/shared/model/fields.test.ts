import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { mostCents } from "#shared/kernel/cents.ts";
import * as field from "#shared/model/fields.ts";

const cases: readonly (readonly [string, z.ZodType, readonly unknown[], readonly unknown[]])[] = [
  ["id", field.id, ["a", "x".repeat(64)], ["", "x".repeat(65), 1, null]],
  [
    "cents",
    field.cents,
    [0, mostCents, -mostCents],
    [0.5, "1", Number.NaN, mostCents + 1, -mostCents - 1, null],
  ],
  ["nonNegativeCents", field.nonNegativeCents, [0, mostCents], [-1, 0.1, mostCents + 1]],
  ["date", field.date, ["2022-01-31", "2024-02-29"], ["2022-02-29", "2022/01/31", "2022-1-31", "", 20220131]],
  ["month", field.month, ["2022-12"], ["2022-13", "2022-01-01", ""]],
  ["decimal", field.decimal, ["0", "-1.25", "56603.773584905660"], ["", "1,000", ".5", "1e3", 1]],
  ["name", field.name, ["甲", " 甲 "], ["", "  ", "\u3000", 1]],
  ["text", field.text, ["", " "], [1, null]],
  ["flag", field.flag, [0, 1], [true, 2, "1"]],
  [
    "instant",
    field.instant,
    ["2022-07-08T01:02:03Z", "2022-07-08T01:02:03.123Z"],
    ["2022-07-08", "2022-07-08T01:02:03+08:00", "2022-07-08 01:02:03Z"],
  ],
  ["fiscalYear", field.fiscalYear, [2000, 2100], [1999, 2101, 2022.5, "2022"]],
  ["basisPoints", field.basisPoints, [0, 10_000, 100_000], [-1, 100_001, 0.5]],
];

describe.each(cases)("%s", (_name, schema, right, wrong) => {
  it.each(right)("takes %j", (value) => {
    expect(schema.safeParse(value).success).toBe(true);
  });

  it.each(wrong)("refuses %j", (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

it("trims names", () => {
  expect(field.name.parse(" 某公司 ")).toBe("某公司");
});
