import { describe, expect, it } from "vitest";
import { buildList, type ListColumn } from "#shared/forms/builders/list.ts";
import { evaluateSums } from "#shared/forms/sums.ts";
import { amount, text } from "#shared/forms/values.ts";
import { cents } from "#shared/kernel/cents.ts";
import { textGrid } from "#test/shared/forms/textGrid.ts";

const columns: readonly ListColumn[] = [
  { title: "发票号码", width: 24, kind: "text" },
  { title: "价税合计", width: 16, kind: "amount", total: true },
];

describe("buildList", () => {
  it("has a heading to filter by, and a total under its amounts", () => {
    const form = buildList({
      title: "发票",
      note: "2022年度",
      columns,
      rows: [
        [text("22312000000012345678"), amount(cents(221_000))],
        [text("22312000000012345679"), amount(cents(-1_000))],
        [text("没有金额")],
      ],
    });
    expect(textGrid(form)).toEqual([
      "A1:B1 发票",
      "A2 2022年度 | B2 单位：元",
      "A3 发票号码 | B3 价税合计",
      "A4 22312000000012345678 | B4 2,210.00",
      "A5 22312000000012345679 | B5 -10.00",
      "A6 没有金额 | B6",
      "A7 合计 | B7 2,200.00",
    ]);
    expect(form.list).toEqual({ headingRow: 2 });
    expect(evaluateSums(form)).toEqual([{ cell: "B7", writtenCents: 220_000, computedCents: 220_000 }]);
  });

  it("says 元 only where there are amounts, and adds up only what it is told to", () => {
    const form = buildList({
      title: "供应商",
      columns: [{ title: "名称", width: 30, kind: "text" }],
      rows: [[text("甲")]],
    });
    expect(textGrid(form)).toEqual(["A1 供应商", "A2", "A3 名称", "A4 甲"]);
    const [number, sum] = columns;
    const noTotal = [number, { ...sum, total: false }].filter(
      (column) => column !== undefined,
    ) as ListColumn[];
    expect(
      evaluateSums(buildList({ title: "发票", columns: noTotal, rows: [[text("1"), amount(cents(1))]] })),
    ).toEqual([]);
  });

  it("turns the page for a wide list", () => {
    const wide = Array.from(
      { length: 12 },
      (_, index): ListColumn => ({ title: `列${index}`, width: 12, kind: "text" }),
    );
    expect(buildList({ title: "宽", columns: wide, rows: [] }).page.orientation).toBe("landscape");
    expect(buildList({ title: "窄", columns, rows: [] }).page.orientation).toBe("portrait");
  });
});
