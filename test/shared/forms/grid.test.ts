import { describe, expect, it } from "vitest";
import { cell, textCell } from "#shared/forms/builders/cells.ts";
import type { Form, FormRow } from "#shared/forms/form.ts";
import { cellName, columnName, placeCells, rangesOf } from "#shared/forms/grid.ts";
import { empty } from "#shared/forms/values.ts";

const sheet = (columns: number, rows: readonly FormRow["cells"][]): Form => ({
  id: "test",
  template: "test",
  title: "测试",
  page: {
    size: "A4",
    orientation: "portrait",
    margins: { top: 10, right: 10, bottom: 10, left: 10 },
    repeat: null,
  },
  columns: Array.from({ length: columns }, () => ({ width: 10 })),
  rows: rows.map((cells) => ({ cells })),
});

const plain = cell(empty, "text");

describe("placeCells", () => {
  it("puts cells into the columns that merged cells above leave free", () => {
    const grid = placeCells(
      sheet(4, [
        [
          textCell("a", "label", { rowSpan: 2 }),
          textCell("b", "text", { colSpan: 2 }),
          textCell("c", "label", { rowSpan: 3 }),
        ],
        [textCell("d", "text"), textCell("e", "text")],
        [textCell("f", "text", { colSpan: 3 })],
      ]),
    );
    const places = grid
      .flat()
      .map(({ row, column, rowSpan, colSpan, cell: { value } }) => [
        value.kind === "text" ? value.text : "",
        row,
        column,
        rowSpan,
        colSpan,
      ]);
    expect(places).toEqual([
      ["a", 0, 0, 2, 1],
      ["b", 0, 1, 1, 2],
      ["c", 0, 3, 3, 1],
      ["d", 1, 1, 1, 1],
      ["e", 1, 2, 1, 1],
      ["f", 2, 0, 1, 3],
    ]);
  });

  it.each<[string, Form]>([
    ["is wider than", sheet(2, [[plain, plain, plain]])],
    ["is wider than", sheet(2, [[plain, cell(empty, "text", { colSpan: 2 })]])],
    ["is not filled", sheet(3, [[plain, plain]])],
    ["is not filled", sheet(2, [[cell(empty, "text", { rowSpan: 2 }), plain], []])],
    ["below its last row", sheet(1, [[cell(empty, "text", { rowSpan: 2 })]])],
    [
      "runs into a merged cell",
      sheet(3, [
        [plain, cell(empty, "text", { rowSpan: 2 }), plain],
        [cell(empty, "text", { colSpan: 2 }), plain],
      ]),
    ],
  ])("refuses a sheet that %s", (message, form) => {
    expect(() => placeCells(form)).toThrow(message);
  });
});

describe("names and ranges", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [51, "AZ"],
    [52, "BA"],
    [701, "ZZ"],
    [702, "AAA"],
  ])("names column %i %s", (column, name) => {
    expect(columnName(column)).toBe(name);
    expect(cellName(6, column)).toBe(`${name}7`);
  });

  it("joins neighbouring rows to one range", () => {
    expect(rangesOf(2, [3, 4, 5, 8, 10, 11])).toEqual([
      { fromRow: 3, toRow: 5, fromColumn: 2, toColumn: 2 },
      { fromRow: 8, toRow: 8, fromColumn: 2, toColumn: 2 },
      { fromRow: 10, toRow: 11, fromColumn: 2, toColumn: 2 },
    ]);
    expect(rangesOf(2, [])).toEqual([]);
  });
});
