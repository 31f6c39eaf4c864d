import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { inspectSource } from "#engine/invoices/inspectSource.ts";
import { previewImport } from "#engine/invoices/previewImport.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { buyer, numberOf, office } from "./office.ts";

const seller = "上海示例服务有限公司";

/** A workbook as exceljs writes it. */
async function bookOf(make: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook();
  make(book);
  const path = join(testFolder(), "台账.xlsx");
  await book.xlsx.writeFile(path);
  return path;
}

const titles = ["发票号码", "开票日期", "销方名称", "价税合计"];
const row = (last: number): readonly ExcelJS.CellValue[] => [numberOf(last), "2022-03-31", seller, 106];

async function previewBook(make: (book: ExcelJS.Workbook) => void) {
  const { context } = await office();
  return (await previewImport(context, await bookOf(make))).preview;
}

describe("workbooks as people make them", () => {
  it("title rows, a header of two rows with merged titles, and a name merged over rows", async () => {
    const preview = await previewBook((book) => {
      const sheet = book.addWorksheet("台账");
      sheet.addRow(["2022年发票台账"]);
      sheet.mergeCells("A1:G1");
      sheet.addRow(["序号", "发票号码", "开票日期", "销方", null, "金额", "税额", "价税合计"]);
      sheet.addRow([null, null, null, "名称", "识别号"]);
      for (const column of ["A", "B", "C", "F", "G", "H"]) sheet.mergeCells(`${column}2:${column}3`);
      sheet.mergeCells("D2:E2");
      sheet.addRow([1, numberOf(1), "2022-03-31", seller, "91310117MA1J000060", 100, 6, 106]);
      sheet.addRow([2, numberOf(2), "2022-03-31", null, null, 200, 12, 218]);
      sheet.addRow([3, numberOf(3), "2022-03-31", null, null, 200, 12, 212]);
      sheet.mergeCells("D4:D6");
      sheet.mergeCells("E4:E6");
    });
    expect(preview.counts).toMatchObject({ rows: 3, new: 2, rejected: 1 });
    expect(preview.sheets[0]).toMatchObject({ headerRow: 3, headerRows: 2 });
    expect(preview.entries.map(({ sellerName }) => sellerName)).toEqual([seller, seller]);
    expect(preview.rejected[0]).toMatchObject({ row: 5, number: numberOf(2), index: 7, summary: "" });
    expect(preview.rejected[0]?.message).toBe("第5行金额+税额≠价税合计，差6.00元。");
  });

  it("hidden rows are read, and the officer is told; a hidden sheet is not, while another is there", async () => {
    const preview = await previewBook((book) => {
      const sheet = book.addWorksheet("三月");
      sheet.addRow(titles);
      for (const last of [1, 2, 3]) sheet.addRow(row(last));
      sheet.getRow(3).hidden = true;
      const hidden = book.addWorksheet("旧", { state: "hidden" });
      hidden.addRow(titles);
      hidden.addRow(row(9));
    });
    expect(preview.counts).toMatchObject({ rows: 3, new: 3 });
    expect(preview.sheets.map(({ kind }) => kind)).toEqual(["invoices", "ignored"]);
    const told = preview.issues.find(({ ruleId }) => ruleId === "IMP-09");
    expect(told?.message).toBe("有1行被隐藏或筛选掉，也一并读入；不要的请在预览中取消选取。");
  });

  it("a hidden sheet may be asked for, and is read when it is the only list", async () => {
    const { context } = await office();
    const path = await bookOf((book) => {
      book.addWorksheet("说明").addRow(["请看下一张"]);
      const hidden = book.addWorksheet("旧", { state: "hidden" });
      hidden.addRow(titles);
      hidden.addRow(row(9));
    });
    const { sheets } = await inspectSource(context, { path });
    expect(sheets.map(({ name, used, why }) => [name, used, why])).toEqual([
      ["说明", false, "没有找到发票清单的表头。"],
      ["旧", true, "每行一张发票。这张工作表是隐藏的。"],
    ]);
  });

  it("a formula counts by its result; without one the row is refused and the cell named", async () => {
    const preview = await previewBook((book) => {
      const sheet = book.addWorksheet("台账");
      sheet.addRow(titles);
      sheet.addRow([...row(1).slice(0, 3), { formula: "100+6", result: 106 }]);
      sheet.addRow([...row(2).slice(0, 3), { formula: "100+6" }]);
    });
    expect(preview.counts).toMatchObject({ new: 1, rejected: 1 });
    expect(preview.rejected[0]?.message).toBe(
      "第3行“价税合计”是没有结果的公式，请用 Excel 打开并保存后再导入。",
    );
  });

  it("rich text, dates from 1904 and dates that are dates", async () => {
    const preview = await previewBook((book) => {
      book.properties.date1904 = true;
      const sheet = book.addWorksheet("台账");
      sheet.addRow(titles);
      const rich = {
        richText: [{ text: numberOf(1).slice(0, 8) }, { font: { bold: true }, text: numberOf(1).slice(8) }],
      };
      sheet.addRow([rich, new Date(Date.UTC(2022, 2, 31)), seller, 106]);
      sheet.getCell("B2").numFmt = "yyyy/m/d";
    });
    expect(preview.entries[0]).toMatchObject({ number: numberOf(1), issueDate: "2022-03-31" });
  });

  it("a number that is a quantity is refused with its row, and known for a number all the same", async () => {
    const preview = await previewBook((book) => {
      const sheet = book.addWorksheet("台账");
      sheet.addRow(["票", "哪天", "价税合计"]);
      sheet.addRow([Number(numberOf(1)), "2022-03-31", 106]);
      sheet.addRow([numberOf(2), "2022-03-31", 106]);
    });
    expect(preview.counts).toMatchObject({ new: 1, rejected: 1 });
    expect(preview.rejected[0]?.message).toContain("疑似被 Excel 改成数值");
  });

  it("a list with the office's words only", async () => {
    const { context } = await office();
    const path = await bookOf((book) => {
      const sheet = book.addWorksheet("Sheet1");
      sheet.addRow(["票", "哪天", "谁开的", "开给谁", "不含", "税", "一共"]);
      for (const last of [1, 2])
        sheet.addRow([
          numberOf(last),
          "2022.3.31",
          seller,
          buyer.buyerName,
          100 * last,
          6 * last,
          106 * last,
        ]);
    });
    const { sheets } = await inspectSource(context, { path });
    expect(sheets[0]?.columns.map(({ field, by }) => [field, by])).toEqual([
      ["digitalNumber", "values"],
      ["issueDate", "values"],
      ["sellerName", "values"],
      ["buyerName", "values"],
      ["net", "values"],
      ["tax", "values"],
      ["gross", "values"],
    ]);
    expect((await previewImport(context, path)).preview.counts).toMatchObject({ rows: 2, new: 2 });
  });
});
