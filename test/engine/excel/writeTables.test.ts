import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { writeTables } from "#engine/excel/writeTables.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { readAll } from "./rawWorkbook.ts";

describe("tables of text", () => {
  it("are read again as they were, by ours and by another reader, every cell text", async () => {
    const rows = [["22312000000000000017", "=1+1", "", "一\n二"]];
    const tables = [
      { name: "信息汇总表", titles: ["号码", "品名", "备注", "说明"], rows },
      { name: "信息汇总表", titles: ["号码"], rows: [] },
      { name: `[${"长".repeat(40)}]`, titles: ["号码"], rows: [] },
    ];
    const path = join(testFolder(), "表.xlsx");
    writeFileSync(path, await writeTables(tables));
    const sheets = await readAll(path);
    expect(sheets.map(({ info }) => info.name)).toEqual(["信息汇总表", "信息汇总表 2", "长".repeat(31)]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const row = workbook.getWorksheet("信息汇总表")?.getRow(2);
    expect([1, 2, 4].map((at) => row?.getCell(at).value)).toEqual(["22312000000000000017", "=1+1", "一\n二"]);
    expect([1, 2, 3].map((at) => row?.getCell(at).numFmt)).toEqual(["@", "@", "@"]);
    expect(row?.getCell(1).type).toBe(ExcelJS.ValueType.String);
  });
});
