import path from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { PaymentEntry } from "#shared/payments/import/preview.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { cli, cliJson } from "#test/engine/support/cli.ts";
import { writePayments } from "#test/engine/support/paymentSheets.ts";

type Imported = Readonly<{
  batch: string | null;
  counts: Readonly<Record<string, number>>;
  entries: readonly PaymentEntry[];
}>;

const row = { 日期: "2022-05-10", 收款方: "某某办公用品店", 金额: "120.00", 用途: "文具" };

async function sampleLedger() {
  const folder = testFolder();
  const db = path.join(folder, "示例.jingfei");
  await cli("init", "--sample", "--db", db);
  return { folder, db, inFolder: (name: string) => path.join(folder, name) };
}

describe("import payments", () => {
  it("tries, imports, asks about what looks the same, and is undone", async () => {
    const { db, inFolder } = await sampleLedger();
    const file = await writePayments(inFolder("付款.xlsx"), [row, row]);
    const given = ["import", "payments", file, "--db", db] as const;
    const trial = await cliJson<Imported>(...given, "--dry-run");
    expect([trial.code, trial.data.batch]).toEqual([0, null]);
    expect(trial.data.counts).toMatchObject({ rows: 2, new: 1, conflict: 1 });
    expect(trial.data.entries.map(({ result }) => result)).toEqual(["new", "conflict"]);
    const { data } = await cliJson<Imported>(
      ...given,
      "--as",
      "draft",
      "--take-alike",
      "--project",
      "SQZL-2022",
    );
    expect(data).toMatchObject({ batch: expect.any(String), counts: { new: 2 } });
    const undone = await cli("payments", "undo", data.batch ?? "", "--db", db);
    expect(undone).toMatchObject({ code: 0, stdout: expect.stringContaining("已撤销批次") });
    expect((await cli("payments", "undo", data.batch ?? "", "--db", db)).stderr).toContain("不需要再撤销");
  });

  it("says to people what became of each row, and what is bad use", async () => {
    const { db, inFolder } = await sampleLedger();
    const file = await writePayments(inFolder("付款.xlsx"), [{ ...row, 金额: "x" }, row]);
    const { stdout } = await cli("import", "payments", file, "--dry-run", "--db", db);
    expect(stdout).toContain("[拒绝] 付款登记表 第4行：第4行金额“x”不是金额。");
    expect(stdout).toContain("读取 2 行：新增 1　未变 0　变更 0　冲突 0　拒绝 1\n（试运行，没有写入）");
    expect(await cli("import", "payments", file, "--as", "gone", "--db", db)).toMatchObject({ code: 2 });
    expect(await cli("import", "payments", file, "--project", "没有", "--db", db)).toMatchObject({ code: 2 });
  });
});

describe("payments template", () => {
  it("is a workbook that keeps long numbers as text, and is read back when it is filled in", async () => {
    const { db, inFolder } = await sampleLedger();
    const file = inFolder("模板.xlsx");
    expect((await cli("payments", "template", file, "--db", db)).stdout).toContain("已写出 模板.xlsx");
    // Filled in by another program.
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    const [sheet, help] = workbook.worksheets;
    expect([sheet?.name, help?.name]).toEqual(["付款登记表", "填写说明"]);
    const titles: string[] = [];
    sheet?.getRow(3).eachCell((cell) => titles.push(cell.text));
    expect(titles.slice(0, 5)).toEqual(["付款编号", "凭证号", "日期", "收款方", "金额"]);
    const first = sheet?.getRow(4);
    const at = (title: string) => first?.getCell(titles.indexOf(title) + 1);
    expect(at("发票号码")?.numFmt).toBe("@");
    const values = { 日期: "2022-05-10", 收款方: "某某办公用品店", 金额: 120, 用途: "文具" };
    for (const [title, value] of Object.entries(values)) {
      const cell = at(title);
      if (cell !== undefined) cell.value = value;
    }
    await workbook.xlsx.writeFile(file);
    const { data } = await cliJson<Imported>("import", "payments", file, "--db", db);
    expect(data).toMatchObject({ counts: { rows: 1, new: 1 }, entries: [{ amountCents: 12_000 }] });
  });
});
