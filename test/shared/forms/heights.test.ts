import { describe, expect, it } from "vitest";
import { textCell } from "#shared/forms/builders/cells.ts";
import type { Form, FormRow } from "#shared/forms/form.ts";
import { placeCells } from "#shared/forms/grid.ts";
import { cellLines, type Measure, rowHeights } from "#shared/forms/heights.ts";
import { cents } from "#shared/kernel/cents.ts";
import { amountForm } from "#test/shared/forms/amountForm.ts";

/** Every character as wide as the font is high: a line of the body text is 10.5 high, ten fit into a column. */
const measure: Measure = {
  advance: () => () => 1,
  fontScale: 1,
  lineHeight: 1,
  padX: 0,
  padY: 2,
  columnWidths: [105, 105],
};

const sheet = (rows: readonly FormRow[]): Form => ({
  ...amountForm([]),
  columns: [{ width: 20 }, { width: 20 }],
  rows,
});
const heightsOf = (rows: readonly FormRow[]) => {
  const form = sheet(rows);
  return rowHeights(form, placeCells(form), measure);
};

describe("rowHeights", () => {
  it("grows with the longest text of the row", () => {
    const rows = [{ cells: [textCell("字".repeat(25), "text"), textCell("字", "text")] }];
    expect(heightsOf(rows)).toEqual([3 * 10.5 + 4]);
  });

  it("never falls below what is asked for, or a line", () => {
    const blank = { cells: [textCell("", "text", { colSpan: 2 })] };
    expect(heightsOf([blank, { ...blank, minHeight: 40 }])).toEqual([14.5, 40]);
  });

  it("uses the whole width of merged columns", () => {
    expect(heightsOf([{ cells: [textCell("字".repeat(20), "text", { colSpan: 2 })] }])).toEqual([14.5]);
  });

  it("shares out over its rows what a merged cell lacks", () => {
    const rows = [
      { cells: [textCell("字".repeat(60), "label", { rowSpan: 2 }), textCell("一", "text")] },
      { cells: [textCell("二", "text")] },
    ];
    expect(heightsOf(rows)).toEqual([33.5, 33.5]);
  });

  it("keeps a figure on one line whatever the width", () => {
    const form = amountForm([{ kind: "amount", cents: cents(123_456_789_012) }]);
    const [placed] = placeCells(form).flat();
    expect(placed && cellLines(placed, measure)).toEqual(["1,234,567,890.12"]);
  });
});
