import { describe, expect, it } from "vitest";
import { rentalRoutes } from "#shared/api/rentals.ts";
import { sumCents } from "#shared/kernel/cents.ts";
import {
  countEdits,
  type Edits,
  noEdits,
  toMonthsInput,
  withEdits,
  withTyped,
} from "../../../../../renderer/features/rentals/sheet/edits.ts";
import { fillTarget, inRange, rangeOf } from "../../../../../renderer/features/rentals/sheet/range.ts";
import {
  clearRange,
  copyText,
  fillRight,
  pasteInto,
  type Typing,
  typeInto,
} from "../../../../../renderer/features/rentals/sheet/typing.ts";
import { yearMatrix } from "../views.ts";

const stored = yearMatrix({ 记录仪: ["26", "80"], 对讲机: ["36", "45"] });
const at = (row: number, column: number) => ({ row, column });
const one = (row: number, column: number) => rangeOf(at(row, column), at(row, column));
const line = (edits: Edits, row: number) =>
  copyText(withEdits(stored, edits), rangeOf(at(row, 0), at(row, 11))).split("\t");

/** Types step by step, each on what the steps before it made. */
const typing = (...steps: ((matrix: typeof stored) => Typing)[]): Edits =>
  steps.reduce<Edits>(
    (edits, step) => withTyped(stored, edits, step(withEdits(stored, edits)).typed),
    noEdits,
  );

describe("typing into the matrix", () => {
  it("shows what is typed and what the months and the year come to with it: 24,000.00", () => {
    const edits = typing(
      (matrix) => typeInto(matrix, at(0, 6), "24", "quantity"),
      (matrix) => fillRight(matrix, one(0, 6)),
    );
    expect(line(edits, 0)).toEqual([...Array(6).fill("26×80"), ...Array(6).fill("24×80")]);
    const cells = withEdits(stored, edits).rows[0]?.cells ?? [];
    expect(sumCents(cells.map((cell) => cell.dueCents))).toBe(2_400_000);
    expect(countEdits(edits)).toBe(6);
    expect(line(edits, 1)).toEqual(Array(12).fill("36×45"));
  });

  it("leaves locked months as they are and says why", () => {
    const typed = typeInto(stored, at(0, 1), "24", "quantity");
    expect(typed).toEqual({
      typed: [],
      problems: [
        "记录仪2022年2月已有发票，数量和单价不能再改；有差额的，与供应商核对后用补充协议或退款处理。",
      ],
    });
    expect(clearRange(stored, rangeOf(at(0, 1), at(0, 3)))).toMatchObject({
      typed: [{ month: "2022-03" }, { month: "2022-04" }],
      problems: [expect.stringContaining("2022年2月已有发票")],
    });
  });

  it("is no edit any more when a month is typed as it is stored", () => {
    const edits = typing(
      (matrix) => typeInto(matrix, at(0, 5), "30", "quantity"),
      (matrix) => typeInto(matrix, at(0, 5), "26", "quantity"),
    );
    expect(edits).toEqual(noEdits);
    expect(withEdits(stored, edits)).toBe(stored);
  });

  it("goes on at the price beside it in a month that is empty", () => {
    const edits = typing(
      (matrix) => clearRange(matrix, one(1, 8)),
      (matrix) => typeInto(matrix, at(1, 9), "*50", "quantity"),
      (matrix) => typeInto(matrix, at(1, 8), "12", "quantity"),
    );
    expect(line(edits, 1).slice(7)).toEqual(["36×45", "12×45", "36×50", "36×45", "36×45"]);
  });

  it("says of what it cannot read where it is", () => {
    expect(typeInto(stored, at(1, 4), "很多", "quantity").problems).toEqual([
      expect.stringMatching(/^对讲机2022年5月：看不懂“很多”。/),
    ]);
  });
});

describe("copying and pasting", () => {
  it("lays a block over the months from the active one on, prices where numbers are prices", () => {
    const block = [
      ["81", "82", ""],
      ["46", "免", "99"],
    ];
    const edits = typing((matrix) => pasteInto(matrix, one(0, 4), block, "unitPrice"));
    expect(line(edits, 0).slice(4, 7)).toEqual(["26×81", "26×82", "26×80"]);
    expect(line(edits, 1).slice(4, 7)).toEqual(["36×46", "36×45免", "36×99"]);
  });

  it("fills a range with one cell, and says how much of a block lies beyond the matrix", () => {
    const range = rangeOf(at(0, 10), at(1, 11));
    const edits = typing((matrix) => pasteInto(matrix, range, [["10"]], "quantity"));
    expect([line(edits, 0).slice(9), line(edits, 1).slice(9)]).toEqual([
      ["26×80", "10×80", "10×80"],
      ["36×45", "10×45", "10×45"],
    ]);
    const wide = pasteInto(stored, one(1, 11), [["1", "2"], ["3"]], "quantity");
    expect(wide).toEqual({
      typed: [{ rentalId: "对讲机", month: "2022-12", terms: expect.anything() }],
      problems: ["有 2 格超出了表格，没有粘贴。"],
    });
  });

  it("gives back what was copied", () => {
    const edits = typing((matrix) => typeInto(matrix, at(0, 3), "m", "quantity"));
    const copied = copyText(withEdits(stored, edits), rangeOf(at(0, 3), at(1, 4)));
    expect(copied).toBe("26×80免\t26×80\n36×45\t36×45");
    const block = copied.split("\n").map((text) => text.split("\t"));
    const again = typing((matrix) => pasteInto(matrix, one(0, 3), block, "unitPrice"));
    expect(again).toEqual(edits);
  });
});

describe("ranges", () => {
  it("reach from corner to corner, whichever was first", () => {
    const range = rangeOf(at(4, 2), at(1, 5));
    expect(range).toEqual({ top: 1, left: 2, bottom: 4, right: 5 });
    expect([
      inRange(range, at(1, 2)),
      inRange(range, at(0, 2)),
      inRange(range, at(2, 6)),
      inRange(null, at(1, 2)),
    ]).toEqual([true, false, false, false]);
  });

  it("fill to their end, or one column alone to the end of the year", () => {
    expect(fillTarget(rangeOf(at(0, 2), at(0, 5)), 11).right).toBe(5);
    expect(fillTarget(one(0, 2), 11).right).toBe(11);
  });
});

describe("what is sent to be saved", () => {
  it("is every month typed, of every rental, as the engine takes it", () => {
    const edits = typing(
      (matrix) => typeInto(matrix, at(0, 5), "30×81", "quantity"),
      (matrix) => clearRange(matrix, one(1, 11)),
    );
    const input = toMonthsInput(edits);
    expect(input).toEqual({
      rentals: [
        {
          rentalId: "记录仪",
          months: [{ month: "2022-06", terms: { quantity: "30", unitPrice: "81", free: false } }],
        },
        { rentalId: "对讲机", months: [{ month: "2022-12", terms: null }] },
      ],
    });
    expect(rentalRoutes["rentals.saveMonths"].input.safeParse(input).success).toBe(true);
  });
});
