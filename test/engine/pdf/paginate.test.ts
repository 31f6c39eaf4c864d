import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layPages } from "#engine/pdf/layPage.ts";
import { linesIn, paginate } from "#engine/pdf/paginate.ts";
import { textCell } from "#shared/forms/builders/cells.ts";
import type { Form, FormRow } from "#shared/forms/form.ts";
import { placeCells } from "#shared/forms/grid.ts";
import { type Measure, rowHeights } from "#shared/forms/heights.ts";
import { amountForm } from "#test/shared/forms/amountForm.ts";

/** Ten characters to a line, a line 10.5 high, ten lines to a page. */
const measure: Measure = {
  advance: () => () => 1,
  fontScale: 1,
  lineHeight: 1,
  padX: 0,
  padY: 0,
  columnWidths: [105, 105],
};
const pageHeight = 105;

const sheet = (rows: readonly FormRow[], repeat: Form["page"]["repeat"] = null): Form => {
  const base = amountForm([]);
  return { ...base, page: { ...base.page, repeat }, columns: [{ width: 20 }, { width: 20 }], rows };
};
const row = (lines: number, keepWithNext = false): FormRow => ({
  cells: [textCell("字".repeat(lines * 10), "text"), textCell("一", "text")],
  keepWithNext,
});
const lay = (form: Form) => {
  const grid = placeCells(form);
  return paginate({ form, grid, heights: rowHeights(form, grid, measure), measure, pageHeight });
};
const rowsOf = (form: Form) => lay(form).map((page) => page.map((piece) => piece.row));

describe("paginate", () => {
  it("fills pages with whole rows", () => {
    expect(rowsOf(sheet([row(4), row(4), row(4), row(6), row(1)]))).toEqual([[0, 1], [2, 3], [4]]);
  });

  it("repeats heading rows on the pages after their own", () => {
    const rows = [row(1), row(2), row(6), row(6), row(6)];
    expect(rowsOf(sheet(rows, { fromRow: 1, toRow: 1 }))).toEqual([
      [0, 1, 2],
      [1, 3],
      [1, 4],
    ]);
  });

  it("ends no page with a heading", () => {
    expect(rowsOf(sheet([row(8), row(1, true), row(1, true), row(3), row(9)]))).toEqual([
      [0],
      [1, 2, 3],
      [4],
    ]);
  });

  it("splits a row that is higher than a page, in whole lines", () => {
    const pages = lay(sheet([row(3), row(25), row(1)]));
    expect(
      pages.map((page) =>
        page.map(({ row: at, first, last, height }) => [at, first, last, Math.round(height / 10.5)]),
      ),
    ).toEqual([
      [
        [0, true, true, 3],
        [1, true, false, 7],
      ],
      [[1, false, false, 10]],
      [
        [1, false, true, 8],
        [2, true, true, 1],
      ],
    ]);
  });

  it("begins a split row on a new page rather than with a line or two", () => {
    expect(rowsOf(sheet([row(8), row(25)]))).toEqual([[0], [1], [1], [1]]);
  });

  const rows = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 24 }), fc.boolean()).map(([lines, keep]) => row(lines, keep)),
    { minLength: 1, maxLength: 30 },
  );

  it("prints every row once, in order, within the page, whatever the rows", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (all, repeats) => {
        const repeat = repeats && all[0]?.cells[0]?.value.kind === "text" ? { fromRow: 0, toRow: 0 } : null;
        // A heading as high as a page leaves no room for anything: no template has one.
        const form = sheet([row(2), ...all], repeat);
        const pages = lay(form);
        const own = pages.flatMap((page, index) => (index > 0 && repeat !== null ? page.slice(1) : page));
        const seen = own.filter(({ first }) => first).map((piece) => piece.row);
        expect(seen).toEqual(form.rows.map((_, index) => index));
        for (const page of pages) {
          const end = page.at(-1);
          expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThanOrEqual(pageHeight + 1e-6);
          for (const [index, piece] of page.entries()) {
            const before = page[index - 1];
            expect(piece.y).toBeCloseTo((before?.y ?? 0) + (before?.height ?? 0), 6);
          }
        }
      }),
    );
  });

  it("loses no line of a split row, and repeats none", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }), (lengths) => {
        let next = 0x4e00;
        const texts = lengths.map((lines) =>
          Array.from({ length: lines * 10 }, () => String.fromCharCode(next++)).join(""),
        );
        const form = sheet(
          texts.map((text) => ({ cells: [textCell(text, "text"), textCell("一", "text")] })),
        );
        const grid = placeCells(form);
        const boxes = [...layPages(lay(form), grid, measure)].flat();
        const printed = texts.map((_, at) =>
          boxes
            .filter(({ placed }) => placed.row === at && placed.column === 0)
            .flatMap(({ lines }) => lines)
            .join(""),
        );
        expect(printed).toEqual(texts);
        for (const box of boxes)
          expect(box.lines.length).toBeLessThanOrEqual(linesIn(box.height, 10.5, measure));
      }),
    );
  });
});

describe("layPages", () => {
  it("prints a merged label again on each page it reaches, in the middle of its part", () => {
    const label = textCell("标签", "label", { rowSpan: 3 });
    const line = (lines: number) => textCell("字".repeat(lines * 10), "text");
    const form = sheet([{ cells: [label, line(6)] }, { cells: [line(6)] }, { cells: [line(2)] }]);
    const labels = [...layPages(lay(form), placeCells(form), measure)].map((boxes) =>
      boxes.find(({ placed }) => placed.cell === label),
    );
    expect(labels.map((box) => [box?.lines, box?.y, box?.height, box?.textY])).toEqual([
      [["标签"], 0, 63, 26.25],
      [["标签"], 0, 84, 36.75],
    ]);
  });
});
