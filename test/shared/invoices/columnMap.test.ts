import { describe, expect, it } from "vitest";
import { textCell } from "#shared/excel/plainCell.ts";
import { fixedColumns, parseColumnMap, unknownColumns } from "#shared/invoices/columnMap.ts";
import { readHeader } from "#shared/invoices/matchHeader.ts";
import { UserError } from "#shared/kernel/errors.ts";

const headerOf = (map: string, ...titles: readonly string[]) =>
  readHeader({ rowNo: 1, cells: titles.map(textCell) }, fixedColumns(parseColumnMap(map)));

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

  it("counts before what the titles say, by letter or by title however it is written", () => {
    const header = headerOf("c=价税合计, 票据 号=发票号码,备注=忽略", "票据号", "价税合计", "实付", "备注");
    expect(header.at).toEqual({ paperNumber: 0, gross: 2 });
    expect(header.columns.map(({ field }) => field)).toEqual(["paperNumber", null, "gross", null]);
    expect(header.doubled).toEqual([]);
  });

  it("knows which columns are not there", () => {
    const map = parseColumnMap("A=发票号码,Z=税额,票号=金额");
    expect(unknownColumns(map, [headerOf("A=发票号码", "号", "备注")])).toEqual(["Z", "票号"]);
  });
});
