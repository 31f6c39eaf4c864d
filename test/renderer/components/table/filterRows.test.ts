import { describe, expect, it } from "vitest";
import { cellText } from "../../../../renderer/components/table/cellText.ts";
import {
  columnTest,
  distinctValues,
  filterRows,
  searchText,
} from "../../../../renderer/components/table/filterRows.ts";
import { columns, names, type Row, rows } from "./sampleRows.ts";

const everywhere = (text: string) => names(filterRows(rows, columns, text, {}));
const by = (key: string, text: string, picked: readonly string[] = []) =>
  names(filterRows(rows, columns, "", { [key]: { text, picked } }));

describe("the box over all columns", () => {
  it("lets everything pass while it is empty", () => {
    expect(filterRows(rows, columns, "  ", {})).toBe(rows);
  });

  it("wants every word somewhere in the row", () => {
    expect(everywhere("2022 对讲")).toEqual(["对讲机"]);
    expect(everywhere("2022 没有")).toEqual([]);
  });

  it("takes full-width and half-width, upper and lower case for one", () => {
    expect(everywhere("ａｂｃ")).toEqual(["工作服 ABC"]);
  });

  it("finds an amount with and without separators", () => {
    expect(everywhere("37,760.00")).toEqual(["工作服 ABC"]);
    expect(everywhere("37760")).toEqual(["工作服 ABC"]);
  });

  it("shows a quantity with separators and finds it with and without", () => {
    const long: readonly Row[] = [{ name: "宣传册", cents: null, count: "60000.5", day: null }];
    expect(cellText("60000.5", "number")).toBe("60,000.5");
    for (const text of ["60,000.5", "60000", "60,000"]) {
      expect(filterRows(long, columns, text, {})).toEqual(long);
      expect(filterRows(long, columns, "", { count: { text, picked: [] } })).toEqual(long);
    }
    expect(cellText(2022, "number")).toBe("2022");
  });

  it("does not find text that only arises where two cells meet", () => {
    const row: Row = { name: "甲", cents: null, count: "1", day: "2022-01-01" };
    expect(searchText(row, columns)).not.toContain("12022");
  });

  it("asks the haystack it is given, once for each row", () => {
    const asked: string[] = [];
    filterRows(rows, columns, "x y", {}, (row) => {
      asked.push(row.name);
      return "x y";
    });
    expect(asked).toEqual(names(rows));
  });
});

describe("the filter of one column", () => {
  it.each([
    [">10", ["工作服 ABC", "对讲机", "宣传"]],
    [">=10.5", ["工作服 ABC", "对讲机", "宣传"]],
    [">10.5", ["工作服 ABC", "对讲机"]],
    ["<0", ["红字冲销"]],
    ["=1620", ["对讲机"]],
    ["≤10.50", ["宣传", "红字冲销"]],
    ["10~2000", ["对讲机", "宣传"]],
    ["1,620", ["对讲机"]],
    ["1620", ["对讲机"]],
  ])("amount %s in 元", (text, expected) => {
    expect(by("cents", text)).toEqual(expected);
  });

  it.each([
    ["2022-03", ["工作服 ABC", "红字冲销"]],
    [">=2022-03-15", ["工作服 ABC", "对讲机"]],
    ["2022-03-01至2022-03-31", ["工作服 ABC", "红字冲销"]],
    [">2022.3.31", ["对讲机"]],
  ])("date %s", (text, expected) => {
    expect(by("day", text)).toEqual(expected);
  });

  it("compares numbers as numbers", () => {
    expect(by("count", ">32")).toEqual(["对讲机", "据实"]);
    expect(by("count", "0.5")).toEqual(["宣传"]);
  });

  it("takes what makes no sense as a comparison for text", () => {
    expect(by("cents", ">abc")).toEqual([]);
    expect(columnTest("2022~x", "date")("2022~x")).toBe(true);
  });

  it("lets only ticked values pass, and both must fit", () => {
    expect(by("name", "", ["宣传", "据实"])).toEqual(["宣传", "据实"]);
    expect(by("name", "据", ["宣传", "据实"])).toEqual(["据实"]);
  });

  it("can tick the empty cells", () => {
    expect(by("day", "", [""])).toEqual(["宣传"]);
  });
});

describe("the values of a column", () => {
  it("counts each value once, in Chinese order", () => {
    const twice = [...rows, rows[1] as Row];
    const [column] = columns;
    expect(column && distinctValues(twice, column, 10)).toEqual([
      { text: "对讲机", count: 2 },
      { text: "工作服 ABC", count: 1 },
      { text: "红字冲销", count: 1 },
      { text: "据实", count: 1 },
      { text: "宣传", count: 1 },
    ]);
  });

  it("is empty when there are more than can be ticked", () => {
    const [column] = columns;
    expect(column && distinctValues(rows, column, 4)).toEqual([]);
  });
});
