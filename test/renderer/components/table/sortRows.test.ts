import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextSort, sortRows } from "../../../../renderer/components/table/sortRows.ts";
import { columns, names, type Row, rows } from "./sampleRows.ts";

const sorted = (key: string, descending = false) => names(sortRows(rows, columns, { key, descending }));

describe("sorting", () => {
  it("orders Chinese by pinyin", () => {
    expect(sorted("name")).toEqual(["对讲机", "工作服 ABC", "红字冲销", "据实", "宣传"]);
  });

  it("orders amounts by their value and keeps empty cells last either way", () => {
    expect(sorted("cents")).toEqual(["红字冲销", "宣传", "对讲机", "工作服 ABC", "据实"]);
    expect(sorted("cents", true)).toEqual(["工作服 ABC", "对讲机", "宣传", "红字冲销", "据实"]);
  });

  it("orders decimal text by its value", () => {
    expect(sorted("count")).toEqual(["宣传", "工作服 ABC", "对讲机", "据实", "红字冲销"]);
  });

  it("orders days by time", () => {
    expect(sorted("day")).toEqual(["据实", "红字冲销", "工作服 ABC", "对讲机", "宣传"]);
  });

  it("orders numbers inside text as numbers", () => {
    const some = ["第10期", "第2期", "第1期"].map(
      (name): Row => ({ name, cents: 0, count: null, day: null }),
    );
    const result = sortRows(some, columns, { key: "name", descending: false });
    expect(names(result)).toEqual(["第1期", "第2期", "第10期"]);
  });

  it("leaves the rows as they came without a column", () => {
    expect(sortRows(rows, columns, null)).toBe(rows);
    expect(sortRows(rows, columns, { key: "gone", descending: false })).toBe(rows);
  });

  it("keeps every row, and equal rows in their order", () => {
    const cell = fc.record({
      name: fc.constantFrom("甲", "乙", "丙"),
      cents: fc.option(fc.integer({ min: -2, max: 2 })),
      count: fc.constant(null),
      day: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(cell), fc.boolean(), (some, descending) => {
        const result = sortRows(some, columns, { key: "cents", descending });
        expect(result).toHaveLength(some.length);
        expect(new Set(result)).toEqual(new Set(some));
        const equal = (value: number | null) => result.filter((row) => row.cents === value);
        for (const value of [null, -2, -1, 0, 1, 2]) {
          expect(equal(value)).toEqual(some.filter((row) => row.cents === value));
        }
      }),
    );
  });
});

describe("a click on a column's title", () => {
  it("goes from ascending to descending to as it came", () => {
    const first = nextSort(null, "name");
    expect(first).toEqual({ key: "name", descending: false });
    expect(nextSort(first, "name")).toEqual({ key: "name", descending: true });
    expect(nextSort({ key: "name", descending: true }, "name")).toBeNull();
  });

  it("begins anew on another column", () => {
    expect(nextSort({ key: "name", descending: true }, "cents")).toEqual({ key: "cents", descending: false });
  });
});
