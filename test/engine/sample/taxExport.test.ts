import { readFileSync } from "node:fs";
import { join } from "node:path";
import Excel from "exceljs";
import { describe, expect, it } from "vitest";
import { type TaxExportInvoice, writeTaxExport } from "#engine/sample/taxExport.ts";
import { cents } from "#shared/kernel/cents.ts";
import { unzip } from "#test/engine/excel/openWorkbook.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import headers from "#test/fixtures/invoices/headers.json" with { type: "json" };

const invoice: TaxExportInvoice = {
  digitalNumber: "22312000000000000017",
  sellerTaxId: "91310117MA1J000060",
  sellerName: "上海<示例>服务&有限公司",
  buyerTaxId: "12310117MB00000000",
  buyerName: "上海市松江区广富林街道城市运行管理中心",
  issuedAt: "2022-03-31 10:12:00",
  lines: [
    {
      goodsName: "*服务*甲",
      quantity: "2",
      unitPrice: "50.5",
      netCents: cents(10_100),
      taxRate: "6%",
      taxCents: cents(606),
    },
    { goodsName: "*服务*甲", netCents: cents(-100), taxRate: "6%", taxCents: cents(-6) },
  ],
};

type Rows = Readonly<Record<string, readonly (readonly unknown[])[]>>;

/** What exceljs, which wrote none of it, reads. */
async function readBack(options: Omit<Parameters<typeof writeTaxExport>[1], "invoices"> = {}): Promise<Rows> {
  const path = join(testFolder(), "export.xlsx");
  await writeTaxExport(path, { invoices: [invoice], ...options });
  const book = new Excel.Workbook();
  await book.xlsx.readFile(path);
  return Object.fromEntries(
    book.worksheets.map((sheet) => {
      const rows: unknown[][] = [];
      // exceljs tells an empty text and a missing cell apart as it likes.
      const cell = (row: Excel.Row, at: number) => row.getCell(at + 1).value ?? "";
      sheet.eachRow(
        (row) => void rows.push(Array.from({ length: sheet.columnCount }, (_, at) => cell(row, at))),
      );
      return [sheet.name, rows];
    }),
  );
}

describe("writeTaxExport", () => {
  it("has the two sheets and the very columns of the tax bureau, all text, 合计 last", async () => {
    const { 信息汇总表: lines = [], 发票基础信息: invoices = [] } = await readBack();
    expect(lines[0]).toEqual(headers[0]?.headers);
    expect(invoices[0]).toEqual(headers[1]?.headers);
    expect(lines.slice(1)).toEqual([
      [
        "1",
        "",
        "",
        "22312000000000000017",
        "91310117MA1J000060",
        "上海<示例>服务&有限公司",
        "12310117MB00000000",
        "上海市松江区广富林街道城市运行管理中心",
        "2022-03-31 10:12:00",
        "",
        "",
        "*服务*甲",
        "",
        "",
        "2",
        "50.5",
        "101.00",
        "6%",
        "6.06",
        "107.06",
        "电子发票服务平台",
        "数电发票（普通发票）",
        "正常",
        "是",
        "正常",
        "",
        "",
      ],
      expect.arrayContaining(["2", "-1.00", "-0.06", "-1.06", "是"]),
      [
        "合计",
        ...Array.from({ length: 15 }, () => "--"),
        "100.00",
        "--",
        "6.00",
        "106.00",
        ...Array.from({ length: 7 }, () => "--"),
      ],
    ]);
    expect(invoices.slice(1).map((row) => row.slice(9, 12))).toEqual([
      ["100.00", "6.00", "106.00"],
      ["100.00", "6.00", "106.00"],
    ]);
  });

  it("reads the same with shared texts", async () => {
    expect(await readBack({ strings: "shared" })).toEqual(await readBack());
  });

  it("says A1 of its extent, as the tax bureau's program does", async () => {
    const path = join(testFolder(), "export.xlsx");
    await writeTaxExport(path, { invoices: [invoice] });
    expect(unzip(readFileSync(path)).get("xl/worksheets/sheet1.xml")).toContain('<dimension ref="A1"/>');
  });

  it("makes the faults that are asked for: a title, another wording, other header sums, numeric numbers", async () => {
    const path = join(testFolder(), "export.xlsx");
    await writeTaxExport(path, {
      invoices: [{ ...invoice, numericNumber: true, header: { grossCents: cents(1) } }],
      sheets: ["invoices"],
      titles: { digitalNumber: "全电发票号码" },
      rowsAbove: ["发票清单"],
      totals: false,
    });
    const book = new Excel.Workbook();
    await book.xlsx.readFile(path);
    const [sheet] = book.worksheets;
    expect([sheet?.getCell("A1").value, sheet?.getCell("D2").value, sheet?.rowCount]).toEqual([
      "发票清单",
      "全电发票号码",
      3,
    ]);
    expect([sheet?.getCell("D3").value, sheet?.getCell("L3").value]).toEqual([
      Number("22312000000000000017"),
      "0.01",
    ]);
  });

  it("gives the same bytes for the same invoices", async () => {
    const write = async () => {
      const path = join(testFolder(), "export.xlsx");
      await writeTaxExport(path, { invoices: [invoice] });
      return readFileSync(path);
    };
    expect(await write()).toEqual(await write());
  });
});
