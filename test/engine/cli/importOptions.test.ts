import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { FileInspection } from "#shared/invoices/inspection.ts";
import type { ImportCounts, ImportIssue } from "#shared/invoices/preview.ts";
import type { SheetDoubt } from "#shared/invoices/sheetIssues.ts";
import { writeRawWorkbook } from "#test/engine/excel/rawWorkbook.ts";
import { exportOf, invoiceOf, numberOf } from "#test/engine/invoices/office.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { cli, cliJson } from "#test/engine/support/cli.ts";

type Imported = Readonly<{
  error?: Readonly<{ code: string; message: string; hint: string }>;
  doubts?: readonly SheetDoubt[];
  batch?: string | null;
  counts: ImportCounts;
  issues: readonly ImportIssue[];
}>;

async function emptyLedger(): Promise<string> {
  const db = path.join(testFolder(), "a.jingfei");
  await cli("init", "--db", db);
  return db;
}

function csv(name: string, ...rows: readonly string[]): string {
  const file = path.join(testFolder(), name);
  writeFileSync(file, rows.join("\n"));
  return file;
}

const imports = (file: string, db: string, ...options: readonly string[]) =>
  cliJson<Imported>("import", "invoices", file, "--db", db, ...options);
const inspects = (file: string, db: string, ...options: readonly string[]) =>
  cliJson<FileInspection>("invoices", "inspect", file, "--db", db, ...options);
const batches = async (db: string) =>
  (await cliJson<readonly Readonly<{ source: string }>[]>("list", "batches", "--db", db)).data;
/** Field by column letter. */
const fieldsOf = ({ sheets }: FileInspection, name: string) =>
  Object.fromEntries(
    (sheets.find((sheet) => sheet.name === name)?.columns ?? []).flatMap(({ letter, field }) =>
      field === null ? [] : [[letter, field]],
    ),
  );

describe("columns in doubt", () => {
  const rows = [1, 2, 3].map((last) => `${numberOf(last)},2022-03-0${last},2022-04-0${last},${last}06.00`);
  const doubtful = () => csv("票.csv", "发票号码,到手日,付款日期,价税合计", ...rows);

  it("stop an import, with each of them and why, and nothing is written", async () => {
    const db = await emptyLedger();
    const { code, data, stderr } = await imports(doubtful(), db);
    expect([code, data.error?.code]).toEqual([2, "refused"]);
    expect(data.doubts).toEqual([
      {
        sheet: "票",
        letter: "B",
        title: "到手日",
        field: "issueDate",
        doubt: expect.stringContaining("请核对"),
      },
    ]);
    expect(stderr).toMatch(/有1列拿不准，没有导入。\n“票”B列“到手日”：.*\n请用 --map .*--accept-doubts/);
    expect(await batches(db)).toEqual([]);
    const trial = await imports(doubtful(), db, "--dry-run");
    expect([trial.code, trial.data.batch, trial.data.issues.map(({ ruleId }) => ruleId)]).toEqual([
      0,
      null,
      ["IMP-11", "INV-19"],
    ]);
  });

  it.each([
    ["were told", ["--map", "到手日=开票日期"]],
    ["were accepted", ["--accept-doubts"]],
  ])("do not once they %s", async (_, options) => {
    const db = await emptyLedger();
    const { code, data } = await imports(doubtful(), db, ...options);
    expect([code, data.counts.new]).toEqual([0, 3]);
  });

  it("also those that were left open: a column may say that an invoice is void", async () => {
    const db = await emptyLedger();
    const file = csv("票.csv", "发票号码,开票日期,价税合计,是否作废", `${numberOf(1)},2022-03-01,106.00,是`);
    const { code, data } = await imports(file, db);
    expect([code, data.doubts?.map(({ letter, field }) => [letter, field])]).toEqual([2, [["D", null]]]);
    expect((await imports(file, db, "--map", "是否作废=忽略")).code).toBe(0);
  });
});

describe("--header-row", () => {
  const list = () =>
    csv(
      "票.csv",
      "发票号码,开票日期,价税合计,以上为样例",
      `${numberOf(9)},2022-01-05,999.00,`,
      "数电票号码,开票日期,含税金额,",
      `${numberOf(1)},2022-01-05,106.00,`,
    );

  it("says where the header is; what stands above it is not read", async () => {
    const db = await emptyLedger();
    const { code, data } = await imports(list(), db, "--header-row", "3");
    expect([code, data.counts]).toMatchObject([0, { rows: 1, new: 1 }]);
    const inspected = await inspects(list(), db, "--header-row", "3");
    expect(inspected.data.sheets[0]?.headerRow).toBe(3);
    expect(fieldsOf(inspected.data, "票")).toMatchObject({ A: "digitalNumber", C: "gross" });
  });

  it("0 says that there is none; the columns are then called by their letters", async () => {
    const db = await emptyLedger();
    const bare = csv("票.csv", `${numberOf(1)},2022-01-05,106.00`, `${numberOf(2)},2022-01-06,212.00`);
    const options = ["--header-row", "0", "--map", "C=价税合计"];
    const { code, data } = await imports(bare, db, ...options);
    expect([code, data.counts]).toMatchObject([0, { rows: 2, new: 2 }]);
  });

  it.each(["三", "-1", "1.5", ""])("refuses %j", async (wrong) => {
    const db = await emptyLedger();
    const { code, data } = await imports(list(), db, `--header-row=${wrong}`);
    expect([code, data.error?.code]).toEqual([2, "bad-request"]);
  });
});

describe("--remember", () => {
  it("keeps what the columns are for the next list with these titles, under its name", async () => {
    const db = await emptyLedger();
    const titles = "票据,哪天,应付,谁";
    const first = csv("三月.csv", titles, `${numberOf(1)},2022-03-01,106.00,甲`);
    const map = ["--map", "票据=数电发票号码,哪天=开票日期,应付=价税合计,谁=销方名称"];
    expect((await imports(first, db, ...map, "--remember", "代账公司")).code).toBe(0);
    const next = csv("四月.csv", titles, `${numberOf(2)},2022-04-01,212.00,乙`);
    expect((await inspects(next, db)).data).toMatchObject({
      sourceName: "代账公司",
      remembered: { name: "代账公司" },
    });
    const { code, data } = await imports(next, db);
    expect([code, data.counts.new, data.issues.map(({ ruleId }) => ruleId)]).toEqual([0, 1, ["IMP-12"]]);
    expect((await batches(db)).map(({ source }) => source)).toEqual(["代账公司", "代账公司"]);
  });
});

describe("--sheet and --source", () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = (last: number) => {
    const rows = [
      ["发票号码", "开票日期", "价税合计"],
      [numberOf(last), "2022-01-05", "106.00"],
    ];
    return `<sheetData>${rows.map((cells) => `<row>${cells.map(cell).join("")}</row>`).join("")}</sheetData>`;
  };
  const book = () => writeRawWorkbook({ sheets: { 一月: sheet(1), 二月: sheet(2) } });

  it("take one sheet of several, and name where a list is from", async () => {
    const db = await emptyLedger();
    const { data } = await imports(await book(), db, "--sheet", "二月", "--source", " 网格中心台账 ");
    expect(data.counts).toMatchObject({ rows: 1, new: 1 });
    const invoices = await cliJson<readonly Readonly<{ number: string }>[]>("list", "invoices", "--db", db);
    expect(JSON.stringify(invoices.data)).toContain(numberOf(2));
    expect(JSON.stringify(invoices.data)).not.toContain(numberOf(1));
    expect(await batches(db)).toMatchObject([{ source: "网格中心台账" }]);
    expect((await imports(await book(), db)).data.counts).toMatchObject({ rows: 2, new: 1, unchanged: 1 });
  });

  it("say which sheets there are when there is none of that name", async () => {
    const db = await emptyLedger();
    const { code, data } = await imports(await book(), db, "--sheet", "三月");
    expect([code, data.error?.hint]).toEqual([2, "它有这些工作表：一月、二月。"]);
  });
});

describe("invoices inspect", () => {
  it("shows what would be used, by what, and writes nothing", async () => {
    const db = await emptyLedger();
    const file = await exportOf([invoiceOf(1)]);
    const { code, data } = await inspects(file, db);
    expect([code, data.kind, data.sourceName]).toEqual([0, "workbook", "全量发票查询"]);
    expect(data.sheets.map(({ name, used, headerRow }) => [name, used, headerRow])).toEqual([
      ["信息汇总表", true, 1],
      ["发票基础信息", true, 1],
    ]);
    const told = await cli("invoices", "inspect", file, "--db", db);
    expect(told.stdout).toMatch(/使用 {2}信息汇总表，表头在第1行：每行一条明细。/);
    expect(told.stdout).toMatch(/D +数电发票号码 → 发票号码（20位）　标题“数电发票号码”。　例：2231/);
    expect(await batches(db)).toEqual([]);
  });

  it("asks where a column could be two things, and says what is missing", async () => {
    const db = await emptyLedger();
    const rows = [1, 2].map((last) => `${numberOf(last)},2022-03-0${last},${last}06.00`);
    const told = await cli(
      "invoices",
      "inspect",
      csv("票.csv", "发票号码,开票日期,款项", ...rows),
      "--db",
      db,
    );
    expect(told.stdout).toMatch(/C +款项 → ？　拿不准：.*请指定/);
    expect(told.stdout).toMatch(/还缺：价税合计.*--map/);
  });

  it("says in a sentence what cannot be read", async () => {
    const db = await emptyLedger();
    const { code, stderr } = await cli("invoices", "inspect", csv("票.xlsx", ""), "--db", db);
    expect([code, stderr]).toEqual([2, expect.stringContaining("是空的")]);
  });
});
