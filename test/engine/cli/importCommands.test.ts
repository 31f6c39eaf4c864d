import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { ImportCounts, ImportIssue } from "#shared/invoices/preview.ts";
import { cents } from "#shared/kernel/cents.ts";
import { writeRawWorkbook } from "#test/engine/excel/rawWorkbook.ts";
import { eInvoiceXml } from "#test/engine/invoices/eInvoiceXml.ts";
import { exportOf, invoiceOf, numberOf } from "#test/engine/invoices/office.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { cli, cliJson } from "#test/engine/support/cli.ts";

type Imported = Readonly<{
  error?: Readonly<{ code: string; message: string; hint: string }>;
  batch?: string | null;
  counts: ImportCounts;
  issues: readonly ImportIssue[];
  errors?: string | null;
}>;

async function emptyLedger(): Promise<string> {
  const db = path.join(testFolder(), "a.jingfei");
  await cli("init", "--db", db);
  return db;
}

/** Every invoice states another sum than its lines have. */
const contradictory = (count: number): Promise<string> => {
  const header = { grossCents: cents(10_700), netCents: cents(10_100) };
  return exportOf(Array.from({ length: count }, (_, at) => invoiceOf(at + 1, { header })));
};

const imports = (file: string, db: string, ...options: readonly string[]) =>
  cliJson<Imported>("import", "invoices", file, "--db", db, ...options);

describe("import invoices", () => {
  it("says batch, counts and issues, and of a trial the same without a batch", async () => {
    const db = await emptyLedger();
    const file = await exportOf([invoiceOf(1), invoiceOf(2)]);
    const trial = await imports(file, db, "--dry-run");
    expect([trial.code, trial.data.batch, trial.data.counts.new]).toEqual([0, null, 2]);
    const { code, data } = await imports(file, db);
    expect([code, data.batch, data.counts]).toEqual([0, expect.any(String), trial.data.counts]);
    expect(data).not.toHaveProperty("error");
  });

  it("says beside the error what is wrong with a file that contradicts itself, and takes nothing", async () => {
    const db = await emptyLedger();
    const file = await contradictory(25);
    const { code, data, stderr } = await imports(file, db);
    expect(code).toBe(2);
    expect(Object.keys(data)).toEqual(["error", "counts", "issues"]);
    expect(data.error).toMatchObject({ code: "refused", message: expect.stringContaining("INV-13") });
    expect(stderr).toContain(data.error?.message);
    expect(data.counts).toMatchObject({ rows: 50, new: 0, rejected: 50 });
    expect(data.issues.map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toEqual(
      Array.from({ length: 20 }, () => "INV-13 block"),
    );
    expect((await cliJson<unknown[]>("list", "batches", "--db", db)).data).toEqual([]);
  });

  it("shows such a file whole when it is only tried, and to people in a sentence", async () => {
    const db = await emptyLedger();
    const file = await contradictory(25);
    const trial = await imports(file, db, "--dry-run");
    expect([trial.code, trial.data.issues.length]).toEqual([0, 25]);
    const told = await cli("import", "invoices", file, "--db", db);
    expect([told.code, told.stdout]).toEqual([2, ""]);
    expect(told.stderr).toMatch(/没有导入（INV-13）.*\n.*重新导出/);
  });
});

const list = (...rows: readonly string[]): string => ["发票号码,开票日期,价税合计,品名", ...rows].join("\n");

function fileOf(name: string, content: string): string {
  const file = path.join(testFolder(), name);
  writeFileSync(file, content);
  return file;
}

describe("import invoices of other sources", () => {
  it("reads a sheet, columns and a source as they are said", async () => {
    const db = await emptyLedger();
    const file = fileOf("票.csv", `票据,开票日期,应付\n${numberOf(1)},2022-01-05,106.00\n`);
    const missing = await imports(file, db);
    expect([missing.code, missing.data.error?.code]).toEqual([2, "bad-file"]);
    const said = ["--map", "票据=数电发票号码,C=价税合计", "--source", "代账公司", "--sheet", "票"];
    const { code, data } = await imports(file, db, ...said);
    expect([code, data.counts.new]).toEqual([0, 1]);
    const { data: batches } = await cliJson<readonly { source: string }[]>("list", "batches", "--db", db);
    expect(batches.map(({ source }) => source)).toEqual(["代账公司"]);
    const wrong = await imports(file, db, "--map", "票据=运费");
    expect([wrong.code, wrong.data.error?.code]).toEqual([2, "bad-request"]);
    const noSheet = await imports(file, db, "--sheet", "三月");
    expect([noSheet.code, noSheet.stderr]).toEqual([2, expect.stringContaining("没有工作表“三月”")]);
  });

  it("writes the refused rows with their cells and why, which can be put right and imported from there", async () => {
    const db = await emptyLedger();
    const rows = [
      `${numberOf(1)},2022-01-05,106.00,服务`,
      "2.23E+19,2022-01-05,106.00,=cmd|' /C calc'!A0",
      "合计,,212.00,",
    ];
    const errors = path.join(testFolder(), "错.xlsx");
    const { code, data } = await imports(fileOf("票.csv", list(...rows)), db, "--errors", errors);
    expect([code, data.counts.new, data.counts.rejected, data.errors]).toEqual([0, 1, 1, errors]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(errors);
    const sheet = workbook.getWorksheet("票");
    const cells = (row: number) =>
      Array.from({ length: 7 }, (_, at) => sheet?.getRow(row).getCell(at + 1).value);
    expect(cells(1)).toEqual([
      "原工作表",
      "原行号",
      "没有导入的原因",
      "发票号码",
      "开票日期",
      "价税合计",
      "品名",
    ]);
    expect(cells(2)).toEqual([
      "票",
      "3",
      expect.stringContaining("疑似被 Excel 改成数值"),
      "2.23E+19",
      "2022-01-05",
      "106.00",
      "=cmd|' /C calc'!A0",
    ]);
    const still = await imports(errors, db);
    expect([still.code, still.data.counts.rejected, still.data.counts.new]).toEqual([0, 1, 0]);
    if (sheet !== undefined) sheet.getRow(2).getCell(4).value = numberOf(2);
    await workbook.xlsx.writeFile(errors);
    const mended = await imports(errors, db);
    expect([mended.code, mended.data.counts.new, mended.data.counts.rejected]).toEqual([0, 1, 0]);
  });

  it("marks numbers that were quantities in the list, so that they are not sound merely as text", async () => {
    const db = await emptyLedger();
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const header = ["发票代码", "发票号码", "开票日期", "价税合计"].map(cell).join("");
    const row = `${cell("031002200111")}<c><v>12345678</v></c>${cell("2022-01-05")}<c><v>106</v></c>`;
    const sheets = { 清单: `<sheetData><row>${header}</row><row>${row}</row></sheetData>` };
    const errors = path.join(testFolder(), "错.xlsx");
    const first = await imports(await writeRawWorkbook({ sheets }), db, "--errors", errors);
    expect([first.code, first.data.counts.rejected]).toEqual([0, 1]);
    const again = await imports(errors, db);
    expect([again.code, again.data.counts.rejected, again.data.counts.new]).toEqual([0, 1, 0]);
  });

  it("writes nothing where nothing was refused, and imports nothing where it cannot write", async () => {
    const db = await emptyLedger();
    const good = fileOf("好.csv", list(`${numberOf(1)},2022-01-05,106.00,服务`));
    const bad = fileOf("坏.csv", list("1,2022-01-05,106.00,服务", `${numberOf(2)},2022-01-05,106.00,服务`));
    const errors = path.join(testFolder(), "错.xlsx");
    expect((await imports(good, db, "--errors", errors)).data.errors).toBeNull();
    expect(existsSync(errors)).toBe(false);
    const nowhere = await imports(bad, db, "--errors", path.join(testFolder(), "没有", "错.xlsx"));
    expect(nowhere.code).toBe(2);
    for (const wrong of [db, bad, "错.csv"]) expect((await imports(bad, db, "--errors", wrong)).code).toBe(2);
    expect((await cliJson<unknown[]>("list", "batches", "--db", db)).data).toHaveLength(1);
  });

  it("takes a folder of XML, and rows from standard input", async () => {
    const db = await emptyLedger();
    const folder = testFolder();
    for (const last of [1, 2]) writeFileSync(path.join(folder, `${last}.xml`), eInvoiceXml(invoiceOf(last)));
    expect((await imports(folder, db)).data.counts).toMatchObject({ rows: 2, new: 2 });
    const said = await imports(folder, db, "--sheet", "一月");
    expect([said.code, said.data.error?.code]).toEqual([2, "bad-request"]);
    const rows = `发票号码\t开票日期\t价税合计\n${numberOf(2)}\t2022-03-31\t106.00\n${numberOf(3)}\t2022-03-31\t"106.00"\n`;
    const entry = fileURLToPath(new URL("../../../electron/engine/cli.ts", import.meta.url));
    const { stdout, status } = spawnSync(
      process.execPath,
      [entry, "import", "invoices", "-", "--db", db, "--json"],
      { input: rows, encoding: "utf8" },
    );
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as Imported).counts).toMatchObject({ rows: 2, new: 1, unchanged: 1 });
  });
});

describe("invoices scan", () => {
  it("finds by number, drafts the rest, and refuses other text", async () => {
    const db = await emptyLedger();
    await imports(await exportOf([invoiceOf(1)]), db);
    const scan = (text: string) => cli("invoices", "scan", text, "--db", db);
    expect((await scan(`01,32,,${numberOf(1)},107.00,20220331,,AB`)).stdout).toMatch(
      /账本中有发票.*\n价税合计不一致：账本106\.00，发票107\.00。/,
    );
    expect((await scan(`01,32,,${numberOf(2)},107.00,20220331,,AB`)).stdout).toMatch(
      /没有发票.*\n还需要按发票填写：销方名称/,
    );
    expect(await scan("你好")).toMatchObject({ code: 2, stdout: "" });
  });
});
