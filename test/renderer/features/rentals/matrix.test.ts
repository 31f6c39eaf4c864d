import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RentalMatrix } from "#shared/api/rentals.ts";
import { cents } from "#shared/kernel/cents.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { placeAfter } from "../../../../renderer/components/sheet/places.ts";
import {
  cellsByMonth,
  cellTone,
  changesHere,
  columnWidths,
  isAhead,
  sumsOf,
} from "../../../../renderer/features/rentals/matrix.ts";
import { filterMatrix, toList } from "../../../../renderer/features/rentals/matrixList.ts";
import { cell, months, row } from "./views.ts";

const matrix: RentalMatrix = {
  months,
  rows: [
    row("记录仪", [
      cell(0, { invoicedCents: cents(221_000), paidCents: cents(221_000), status: "paid" }),
      cell(1, { invoicedCents: cents(229_500), differenceCents: cents(8_500), status: "overdue" }),
      cell(2),
    ]),
    row("对讲机", [cell(1, { dueCents: cents(162_000) })]),
  ],
};

describe("the sums of the matrix", () => {
  const sums = sumsOf(matrix);

  it("add up by rental, by month and in all", () => {
    expect(sums.rows.map(({ dueCents }) => dueCents)).toEqual([663_000, 162_000]);
    expect(sums.months.map(({ dueCents }) => dueCents)).toEqual([221_000, 383_000, 221_000]);
    expect(sums.all).toEqual({
      dueCents: 825_000,
      invoicedCents: 450_500,
      paidCents: 221_000,
      differenceCents: 8_500,
    });
  });

  it("come to the same by rows and by columns, whatever the figures", () => {
    const figure = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(cents);
    const anyCell = fc
      .record({ at: fc.nat(2), dueCents: figure, invoicedCents: figure, paidCents: figure })
      .map(({ at, ...figures }) => cell(at, figures));
    const anyRow = fc
      .uniqueArray(anyCell, { selector: ({ month }) => month })
      .map((cells) => row("任意", cells));
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 5 }), (rows) => {
        const { rows: byRow, months: byMonth, all } = sumsOf({ months, rows });
        for (const key of ["dueCents", "invoicedCents", "paidCents", "differenceCents"] as const) {
          expect(byRow.reduce((sum, figures) => sum + figures[key], 0)).toBe(all[key]);
          expect(byMonth.reduce((sum, figures) => sum + figures[key], 0)).toBe(all[key]);
        }
      }),
    );
  });

  it("leave a hole where nothing is let", () => {
    const [, radios] = matrix.rows;
    expect(radios && cellsByMonth(radios, months).map((item) => item?.month ?? null)).toEqual([
      null,
      "2022-02",
      null,
    ]);
  });

  it("make columns as wide as the longest amount", () => {
    const narrow = columnWidths(sums);
    const rich = sumsOf({ months, rows: [row("大额", [cell(0, { dueCents: cents(123_456_789_00) })])] });
    expect(columnWidths(rich).month).toBeGreaterThan(narrow.month);
    expect(narrow).toEqual({ month: 68, sum: 78 });
  });
});

describe("a cell", () => {
  it("is coloured only where something is wrong", () => {
    expect(cellTone(cell(0))).toBeNull();
    expect(cellTone(cell(0, { status: "paid" }))).toBeNull();
    expect(cellTone(cell(0, { status: "overdue" }))).toBe("block");
    expect(cellTone(cell(0, { status: "blocked" }))).toBe("warn");
    expect(cellTone(cell(0, { status: "paid", differenceCents: cents(-1) }))).toBe("warn");
    expect(cellTone(cell(0, { status: null }))).toBeNull();
  });

  it("marks quantity and price where they change", () => {
    const cells = [cell(0), cell(1), cell(2, { quantity: decimal("27") }), null, cell(1)];
    expect(cells.map((_, index) => changesHere(cells, index))).toEqual([true, false, true, false, true]);
  });

  it("hides its zeros while nothing is expected", () => {
    expect(isAhead(cell(0))).toBe(true);
    expect(isAhead(cell(0, { status: "due" }))).toBe(false);
    expect(isAhead(cell(0, { paidCents: cents(1) }))).toBe(false);
    expect(isAhead(cell(0, { status: null }))).toBe(true);
  });
});

describe("moving in the matrix", () => {
  const size = { rows: 10, columns: 12, pageRows: 4 };
  const from = { row: 5, column: 5 };
  const press = (key: string, ctrl = false) => placeAfter(key, from, size, ctrl);

  it("goes one cell, or to the edge with Ctrl", () => {
    expect(press("ArrowRight")).toEqual({ row: 5, column: 6 });
    expect(press("ArrowLeft", true)).toEqual({ row: 5, column: 0 });
    expect(press("ArrowDown", true)).toEqual({ row: 9, column: 5 });
    expect(press("ArrowUp")).toEqual({ row: 4, column: 5 });
    expect(press("Home")).toEqual({ row: 5, column: 0 });
    expect(press("End", true)).toEqual({ row: 9, column: 11 });
    expect(press("PageDown")).toEqual({ row: 9, column: 5 });
    expect(press("PageUp")).toEqual({ row: 1, column: 5 });
  });

  it("stays inside, and leaves other keys alone", () => {
    expect(placeAfter("ArrowRight", { row: 9, column: 11 }, size)).toEqual({ row: 9, column: 11 });
    expect(placeAfter("ArrowUp", { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
    expect(press("a")).toBeNull();
    expect(placeAfter("Home", from, { rows: 0, columns: 12, pageRows: 1 })).toBeNull();
  });
});

describe("the list of the matrix", () => {
  it("is filtered by device, vendor or contract", () => {
    expect(filterMatrix(matrix, "对讲").rows.map(({ rental }) => rental.name)).toEqual(["对讲机"]);
    expect(filterMatrix(matrix, "示例 记录").rows).toHaveLength(1);
    expect(filterMatrix(matrix, "  ")).toBe(matrix);
    expect(filterMatrix(matrix, "没有").rows).toEqual([]);
  });

  it("exports four lines a rental and the sums", () => {
    const list = toList("月租", matrix);
    expect(list.columns).toHaveLength(4 + 3 + 1);
    expect(list.rows).toHaveLength((2 + 1) * 4);
    expect(list.rows[0]).toEqual(["记录仪", "HT-1", "示例公司", "应付", 221_000, 221_000, 221_000, 663_000]);
    expect(list.rows.at(-1)).toEqual(["合计", "", "", "差额", 0, 8_500, 0, 8_500]);
    expect(list.rows.every((line) => line.length === list.columns.length)).toBe(true);
  });
});
