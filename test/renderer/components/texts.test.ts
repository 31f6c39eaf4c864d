import { describe, expect, it } from "vitest";
import { withoutTags } from "#shared/text/tags.ts";
import { figureTexts } from "../../../renderer/components/figures.ts";
import { pasteRows } from "../../../renderer/components/pasteRows.ts";
import { sheetScale } from "../../../renderer/components/sheetScale.ts";

describe("text out of the fiscal system", () => {
  it("loses its tags and keeps its paragraphs", () => {
    expect(withoutTags("<p>确保“一网统管”。</p><p>提升效能&nbsp;。</p>")).toBe(
      "确保“一网统管”。\n提升效能 。",
    );
    expect(withoutTags("甲<br/>乙")).toBe("甲\n乙");
  });

  it("is left alone when it has none, comparison signs included", () => {
    expect(withoutTags("数量<30 且 >20 & 合格  ")).toBe("数量<30 且 >20 & 合格  ");
  });
});

describe("cells from the clipboard", () => {
  it("come as rows", () => {
    expect(pasteRows("甲\t1\r\n乙\t2\r\n")).toEqual([
      ["甲", "1"],
      ["乙", "2"],
    ]);
  });

  it("keep line ends and quotes inside a cell", () => {
    expect(pasteRows('"一行\n二行 ""引"""\t3')).toEqual([['一行\n二行 "引"', "3"]]);
  });

  it("keep empty cells in their place", () => {
    expect(pasteRows("甲\t\t3")).toEqual([["甲", "", "3"]]);
  });

  it("are no cells when it is a single one", () => {
    expect(pasteRows("1,180.00")).toBeUndefined();
    expect(pasteRows("1180\n")).toBeUndefined();
  });
});

describe("the figures of a finding", () => {
  it("are named and carry their unit", () => {
    expect(
      figureTexts({ paidCents: 126_050, earlyDays: 3, ratioBp: 1250, earliestDate: "2022-04-08" }),
    ).toEqual([
      { label: "已付", value: "1,260.50 元" },
      { label: "提前", value: "3 天" },
      { label: "比例", value: "12.50%" },
      { label: "最早付款日", value: "2022-04-08" },
    ]);
  });

  it("are left out without a word or a value", () => {
    expect(figureTexts({ somethingElse: 1, paidCents: null })).toEqual([]);
  });
});

describe("a sheet on its paper", () => {
  const margins = { top: 10, right: 15, bottom: 10, left: 15 };

  it("shrinks its letters only when the columns are wider than the paper", () => {
    const narrow = sheetScale({
      page: { size: "A4", orientation: "portrait", margins, repeat: null },
      columns: [{ width: 40 }, { width: 40 }],
    });
    expect(narrow).toMatchObject({ paperWidth: 210, paperHeight: 297, letters: 1, columnPercents: [50, 50] });
  });

  it("never shrinks them beyond reading", () => {
    const wide = sheetScale({
      page: { size: "A4", orientation: "landscape", margins, repeat: null },
      columns: [{ width: 400 }],
    });
    expect(wide.letters).toBe(0.62);
    expect(wide.paperWidth).toBe(297);
  });
});
