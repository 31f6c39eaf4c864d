import { describe, expect, it } from "vitest";
import { cellText } from "../../../../renderer/components/table/cellText.ts";
import { sumColumns } from "../../../../renderer/components/table/sumColumns.ts";
import { toListInput } from "../../../../renderer/components/table/toListInput.ts";
import { nextIndex } from "../../../../renderer/components/table/useRowKeys.ts";
import { columns, rows } from "./sampleRows.ts";

describe("sums", () => {
  it("adds amounts in 分 and quantities exactly, leaving empty cells out", () => {
    expect(Object.fromEntries(sumColumns(rows, columns))).toEqual({ cents: "39,385.50", count: "168.5" });
  });

  it("is zero for no rows", () => {
    expect(sumColumns([], columns).get("cents")).toBe("0.00");
  });

  it("does not lose a fen over many rows", () => {
    const many = Array.from({ length: 10_000 }, () => ({ name: "", cents: 1, count: "0.1", day: null }));
    expect(Object.fromEntries(sumColumns(many, columns))).toEqual({ cents: "100.00", count: "1,000" });
  });
});

describe("a cell as text", () => {
  it("shows an amount with separators, other things as they are, nothing for nothing", () => {
    expect(cellText(-123_456_789, "amount")).toBe("-1,234,567.89");
    expect(cellText("2022-01-05", "date")).toBe("2022-01-05");
    expect(cellText(null, "amount")).toBe("");
  });
});

describe("the export", () => {
  it("is what is shown, amounts as integer 分", () => {
    expect(toListInput("预算", columns, rows.slice(0, 1))).toEqual({
      title: "预算",
      columns: [
        { title: "名称", width: 13, kind: "text" },
        { title: "金额", width: 10, kind: "amount" },
        { title: "数量", width: 8, kind: "number" },
        { title: "日期", width: 12, kind: "date" },
      ],
      rows: [["工作服 ABC", 3_776_000, "32", "2022-03-15"]],
    });
  });
});

describe("keys over rows", () => {
  it.each([
    ["ArrowDown", null, 0],
    ["ArrowDown", 8, 9],
    ["ArrowDown", 9, 9],
    ["ArrowUp", null, 0],
    ["ArrowUp", 3, 2],
    ["PageDown", 2, 7],
    ["PageDown", null, 5],
    ["PageDown", 8, 9],
    ["PageUp", 3, 0],
    ["Home", 5, 0],
    ["End", null, 9],
    ["a", 5, null],
  ])("%s from %s leads to %s", (key, from, to) => {
    expect(nextIndex(key, from, 10, 5)).toBe(to);
  });

  it("lead nowhere in an empty list", () => {
    expect(nextIndex("ArrowDown", null, 0, 5)).toBeNull();
  });
});
