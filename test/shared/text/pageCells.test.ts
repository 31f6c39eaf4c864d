import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageCells } from "#shared/text/pageCells.ts";
import type { PlacedText } from "#shared/text/placedText.ts";
import type { Rule } from "#shared/text/ruledPage.ts";

const size = 10;
/** A text of letters as wide as high, its baseline at `y`. */
const piece = (text: string, x: number, y: number): PlacedText => ({
  ...{ text, x, y, height: size },
  width: [...text].length * size,
});
const box = (left: number, top: number, right: number, bottom: number): readonly Rule[] => [
  { x1: left, y1: top, x2: right, y2: top },
  { x1: left, y1: bottom, x2: right, y2: bottom },
  { x1: left, y1: top, x2: left, y2: bottom },
  { x1: right, y1: top, x2: right, y2: bottom },
];
const lines = (pieces: readonly PlacedText[], rules: readonly Rule[]) =>
  pageCells([{ pieces, rules }])[0]?.map(({ cells }) => cells);

describe("the cells that lines make", () => {
  it("are rows and columns, with what stands outside above and below", () => {
    const rules = [
      ...box(0, 100, 100, 120),
      ...box(100, 100, 200, 120),
      ...box(0, 120, 100, 140),
      ...box(100, 120, 200, 140),
    ];
    const pieces = [
      piece("表名", 80, 90),
      piece("名称", 5, 114),
      piece("甲", 105, 114),
      piece("单位", 5, 134),
      piece("乙", 105, 134),
      piece("第1页", 80, 200),
    ];
    expect(lines(pieces, rules)).toEqual([["表名"], ["", "名称", "甲"], ["", "单位", "乙"], ["第1页"]]);
  });

  it("say a merged one where it begins, however its text is placed in it", () => {
    const rules = [...box(0, 0, 40, 60), ...[0, 20, 40].flatMap((top) => box(40, top, 200, top + 20))];
    const pieces = [piece("产出", 5, 34), piece("一", 45, 14), piece("二", 45, 34), piece("三", 45, 54)];
    expect(lines(pieces, rules)).toEqual([
      ["", "产出", "一"],
      ["", "", "二"],
      ["", "", "三"],
    ]);
  });

  it("join the lines that a narrow cell broke, and keep those that ended by themselves", () => {
    const rules = box(0, 0, 124, 60);
    const full = "网格平台案件规定期限内结";
    expect(lines([piece(full, 2, 14), piece("案及时率", 2, 28)], rules)).toEqual([["", `${full}案及时率`]]);
    expect(lines([piece("1.建成", 2, 14), piece("2.巩固", 2, 28)], rules)).toEqual([["", "1.建成\n2.巩固"]]);
  });

  it("part a piece that a program wrote over a line between two cells", () => {
    const rules = [...box(0, 0, 60, 20), ...box(60, 0, 120, 20)];
    expect(lines([piece("财政资金 430000", 2, 14)], rules)).toEqual([["", "财政资金", "430000"]]);
  });

  it("are told apart where one that is no rectangle reaches under another", () => {
    const rules = [
      { x1: 0, y1: 0, x2: 40, y2: 0 },
      { x1: 0, y1: 20, x2: 20, y2: 20 },
      { x1: 20, y1: 0, x2: 20, y2: 20 },
    ];
    const pieces = [piece("甲", 5, 14), piece("乙", 25, 14), piece("丙", 5, 34)];
    expect(lines(pieces, rules)).toEqual([["甲", "乙\n丙"]]);
  });

  it("are counted by the same columns on every page", () => {
    const first = { pieces: [piece("甲", 105, 14)], rules: [...box(0, 0, 100, 20), ...box(100, 0, 200, 20)] };
    const second = { pieces: [piece("乙", 105, 14)], rules: box(100, 0, 200, 20) };
    expect(pageCells([first, second]).map(([line]) => line?.cells.indexOf("甲乙".charAt(0)))).toEqual([
      2, -1,
    ]);
    expect(pageCells([first, second])[1]?.[0]?.cells).toEqual(["", "", "乙"]);
  });

  it("are none in a drawing of endless lines", () => {
    const many = Array.from({ length: 400 }, (_, index) =>
      box(index * 3, index * 3, index * 3 + 500, index * 3 + 500),
    ).flat();
    expect(lines([piece("图", 50, 50)], many)).toEqual([["图"]]);
  });
});

it("drops no letter, wherever text and lines are", () => {
  const place = fc.integer({ min: 0, max: 300 });
  const rule = fc.tuple(place, place, place, fc.boolean()).map(([x, y, length, isAcross]) => ({
    ...{ x1: x, y1: y },
    x2: isAcross ? x + length : x,
    y2: isAcross ? y : y + length,
  }));
  const text = fc.tuple(fc.constantFrom("甲", "乙丙", "丁 戊", "3 0 套"), place, place);
  const sorted = (letters: string) => [...letters.replace(/\s/g, "")].toSorted();
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 40 }), fc.array(text, { maxLength: 30 }), (rules, drawn) => {
      const pieces = drawn.map(([letters, x, y]) => piece(letters, x, y));
      const found = lines(pieces, rules)?.flat().join("") ?? "";
      expect(sorted(found)).toEqual(sorted(drawn.map(([letters]) => letters).join("")));
    }),
  );
});
