import { describe, expect, it } from "vitest";
import { columnLetters } from "#shared/excel/plainCell.ts";
import { parseColumnMap, saidFrom } from "#shared/invoices/columnMap.ts";
import { UserError } from "#shared/kernel/errors.ts";

const sheetOf = (...titles: readonly string[]) => ({
  name: "清单",
  columns: titles.map((title, index) => ({ index, title, letter: columnLetters(index) })),
});
const saidOf = (map: string, ...titles: readonly string[]) =>
  saidFrom({ columns: parseColumnMap(map) }, "文件“清单.csv”", [sheetOf(...titles)]).sheets[0]?.columns;

describe("what a person says the columns are", () => {
  it.each([
    ["D=价税合计", [{ column: "D", field: "gross" }]],
    [
      "票号=数电发票号码，备用＝忽略；E=remark",
      [
        { column: "票号", field: "digitalNumber" },
        { column: "备用", field: null },
        { column: "E", field: "remark" },
      ],
    ],
  ])("%s", (text, map) => {
    expect(parseColumnMap(text)).toEqual(map);
  });

  it.each([
    ["", /没有写明/],
    ["D", /“D”看不懂/],
    ["=价税合计", /看不懂/],
    ["D=金额=税额", /看不懂/],
    ["D=运费", /“运费”不是发票的内容/],
    ["D=价税合计,E=gross", /两列都写成了“价税合计”/],
  ])("refuses “%s”", (text, message) => {
    expect(() => parseColumnMap(text)).toThrow(UserError);
    expect(() => parseColumnMap(text)).toThrow(message);
  });

  it("is held against the columns of the list, by title however it is written or by letter", () => {
    expect(saidOf("c=价税合计, 票据 号=发票号码,备注=忽略", "票据号", "价税合计", "实付", "备注")).toEqual([
      { index: 2, field: "gross" },
      { index: 0, field: "paperNumber" },
      { index: 3, field: null },
    ]);
  });

  it("must be there", () => {
    expect(() => saidOf("A=发票号码,Z=税额", "号", "备注")).toThrow("文件“清单.csv”里没有“Z”这一列。");
    const words = { sheet: "三月", source: " 记账公司 " };
    expect(() => saidFrom(words, "文件“清单.csv”", [sheetOf("号")])).toThrow("没有工作表“三月”");
  });
});
