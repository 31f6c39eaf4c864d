import { describe, expect, it } from "vitest";
import { type PasteColumn, readPastedTable } from "../../../renderer/components/pasteTable.ts";

type Key = "no" | "day" | "count";

const columns: readonly PasteColumn<Key>[] = [
  { key: "no", title: "编号", needed: true, also: ["设备编号"] },
  { key: "day", title: "日期", kind: "date" },
  { key: "count", title: "数量", kind: "decimal" },
];

const read = (text: string) => {
  const { lines, problems } = readPastedTable(text, columns);
  return {
    lines: lines.map((line) => [line.line, line.text("no"), line.date("day"), line.decimal("count")]),
    problems,
  };
};

describe("a list pasted from a worksheet", () => {
  it("is read in the order of the columns", () => {
    expect(read("A-1\t2022.7.1\t1,200\nA-2\t20220702")).toEqual({
      lines: [
        [1, "A-1", "2022-07-01", "1200"],
        [2, "A-2", "2022-07-02", null],
      ],
      problems: [],
    });
  });

  it("is read by its heading, in any order, with columns nobody asked for", () => {
    expect(read("数量\t备注\t设备 编号\n3\t旧\tA-1").lines).toEqual([[2, "A-1", null, "3"]]);
  });

  it("may be one number on a line", () => {
    expect(read("A-1").lines).toEqual([[1, "A-1", null, null]]);
    expect(read("A-1\n\nA-2\n").lines.map(([line]) => line)).toEqual([1, 3]);
    expect(read(" \n")).toEqual({ lines: [], problems: [] });
  });

  it("leaves out lines that cannot be read, and says which and why", () => {
    expect(read("编号\t日期\t数量\n\t2022-07-01\t1\nA-2\t2022-02-30\t很多\nA-3\t\t2")).toEqual({
      lines: [[4, "A-3", null, "2"]],
      problems: ["第 2 行：没有编号", "第 3 行：日期“2022-02-30”不是日期，数量“很多”不是数字"],
    });
  });
});
