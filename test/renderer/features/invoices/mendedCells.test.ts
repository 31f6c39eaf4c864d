import { expect, it } from "vitest";
import { mendedCells, mendedText } from "../../../../renderer/features/invoices/import/check/mendedCells.ts";
import { byRow, ofRows } from "../../../../renderer/features/invoices/import/check/rowPlaces.ts";

const sheets = [
  {
    name: "发票",
    columns: [{ index: 5, title: "价税合计" }],
    fixed: [
      { row: 3, index: 5, before: "2x2.00", after: "212.00" },
      { row: 9, index: 27, before: "", after: "备用" },
    ],
  },
];

it("mended cells are told by the title of their column, else by its letters, with before and after", () => {
  expect(mendedCells(sheets).map(mendedText)).toEqual(["价税合计 2x2.00 → 212.00", "AB列 空 → 备用"]);
});

it("mended cells are found by any row of their invoice", () => {
  const cells = byRow(mendedCells(sheets));
  const of = (row: number, rows: readonly number[] = []) =>
    ofRows(cells, { sheet: "发票", row, rows }).map((cell) => cell.row);
  expect(of(2, [2, 3])).toEqual([3]);
  expect(of(9)).toEqual([9]);
  expect(of(2)).toEqual([]);
});
