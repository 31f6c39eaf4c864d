import { describe, expect, it } from "vitest";
import { previewImport } from "#engine/invoices/previewImport.ts";
import { newId } from "#engine/store/newId.ts";
import { insertRow } from "#engine/store/rows.ts";
import { cents } from "#shared/kernel/cents.ts";
import type { Row } from "#shared/model/ledger.ts";
import { writeRawWorkbook } from "#test/engine/excel/rawWorkbook.ts";
import { projectRow } from "#test/engine/store/rowsOf.ts";
import { failureOf, write } from "#test/engine/store/testLedger.ts";
import {
  exportOf,
  importOf,
  invoiceOf,
  lineOf,
  numberOf,
  office,
  oldBuyerName,
  pay,
  previewOf,
} from "./office.ts";

const yes = { quantity: "-2", netCents: cents(-10_000), taxCents: cents(-600) };
const redOf = (last: number, blue: number) =>
  invoiceOf(last, {
    lines: [lineOf(100, yes)],
    remark: `被红冲蓝字数电票号码：${numberOf(blue)} 红字发票信息确认单编号：31011722000001`,
  });

const rules = (issues: readonly Readonly<{ ruleId: string; severity: string }>[]) =>
  issues.map(({ ruleId, severity }) => `${ruleId} ${severity}`);

describe("every kind of row an export may hold", () => {
  it("1 2 · a new 数电 invoice, and unchanged when it comes again", async () => {
    const { context } = await office();
    expect((await importOf(context, invoiceOf(1))).preview.counts).toEqual({
      rows: 2,
      new: 1,
      unchanged: 0,
      changed: 0,
      conflict: 0,
      rejected: 0,
    });
    const again = await previewOf(context, invoiceOf(1));
    expect(again.counts).toMatchObject({ new: 0, unchanged: 1, changed: 0 });
    expect(again.entries).toMatchObject([{ number: numberOf(1), result: "unchanged", changes: [] }]);
  });

  it("3 4 · taken back after it was paid, with its red invoice", async () => {
    const { context, ledger } = await office();
    await importOf(context, invoiceOf(1));
    await pay(ledger, numberOf(1), cents(10_600));
    const preview = await previewOf(context, invoiceOf(1, { status: "已红冲-全额" }), redOf(2, 1));
    expect(preview.counts).toMatchObject({ new: 1, changed: 1 });
    expect(preview.entries).toMatchObject([
      {
        result: "changed",
        status: "redFull",
        changes: [{ label: "发票状态", before: "正常", after: "已红冲-全额" }],
      },
      { result: "new", isRed: true, grossCents: -10_600 },
    ]);
    expect(preview.issues).toMatchObject([
      { ruleId: "INV-03", severity: "warn", column: "发票状态", row: 2 },
      {
        ruleId: "INV-05",
        severity: "block",
        message: `已付款发票${numberOf(1)}状态变为“已红冲-全额”，请追回款项或换票。`,
      },
    ]);
  });

  it("3 · taken back and not paid is no more than a warning", async () => {
    const { context } = await office();
    await importOf(context, invoiceOf(1));
    expect(rules((await previewOf(context, invoiceOf(1, { status: "已作废" }))).issues)).toEqual([
      "INV-03 warn",
    ]);
  });

  it("5 · taken back in part", async () => {
    const { context } = await office();
    const part = invoiceOf(2, {
      lines: [lineOf(50, { netCents: cents(-5_000), taxCents: cents(-300) })],
      remark: `被红冲蓝字数电发票号码：${numberOf(1)}`,
    });
    const { preview } = await importOf(context, invoiceOf(1, { status: "已红冲-部分" }), part);
    expect(preview.entries).toMatchObject([{ status: "redPartial" }, { isRed: true }]);
    expect(preview.issues).toEqual([]);
  });

  it("6 · a discount line inside a positive invoice", async () => {
    const { context, ledger } = await office();
    const discount = lineOf(100, {
      quantity: "",
      unitPrice: "",
      netCents: cents(-1_000),
      taxCents: cents(-60),
    });
    await importOf(context, invoiceOf(1, { lines: [lineOf(100), discount] }));
    const [invoice] = await ledger.read.selectFrom("invoice").selectAll().execute();
    expect(invoice).toMatchObject({ grossCents: 9_540, isRed: 0 });
  });

  it("7 8 · older numbers, and the 20 digits they run into, are one invoice", async () => {
    const { context, ledger } = await office();
    const { digitalNumber: _, ...bare } = invoiceOf(1);
    const old = { ...bare, type: "增值税电子普通发票", code: "031002200111", paperNumber: "00345678" };
    await importOf(context, old);
    expect(await ledger.read.selectFrom("invoice").select("number").execute()).toEqual([
      { number: "03100220011100345678" },
    ]);
    const both = await previewOf(context, { ...old, digitalNumber: "03100220011100345678" });
    expect(both.counts).toMatchObject({ new: 0, unchanged: 1 });
  });

  it("9 · a number that Excel made a quantity", async () => {
    const { context } = await office();
    const preview = await previewOf(context, invoiceOf(1, { numericNumber: true }), invoiceOf(2));
    expect(preview.counts).toEqual({ rows: 4, new: 1, unchanged: 0, changed: 0, conflict: 0, rejected: 2 });
    expect(preview.issues).toMatchObject([
      { sheet: "信息汇总表", row: 2, column: "数电发票号码", ruleId: "INV-10", severity: "block" },
      {
        sheet: "发票基础信息",
        row: 2,
        message: "第2行发票号码疑似被 Excel 改成数值，已丢失末位，请用原始文件导入。",
      },
    ]);
    expect(preview.rejected[0]?.cells).toContain("22312000000000000000");
  });

  it("9 · a number of text that ends in zeros is taken, with a question", async () => {
    const { context } = await office();
    const zeros = "22312000000045600000";
    const preview = await previewOf(context, invoiceOf(1, { digitalNumber: zeros }), invoiceOf(2));
    expect(preview.counts).toMatchObject({ new: 2, rejected: 0 });
    expect(preview.issues).toEqual([
      {
        sheet: "发票基础信息",
        row: 2,
        column: "数电发票号码",
        ruleId: "INV-10",
        severity: "warn",
        message: `发票号码“${zeros}”末五位都是0，疑似被 Excel 改成数值后丢失了末位，请对照发票原件核对。`,
      },
    ]);
  });

  it("10 · a doubtful one", async () => {
    const { context } = await office();
    expect(rules((await previewOf(context, invoiceOf(1, { risk: "疑点发票" }))).issues)).toEqual([
      "INV-06 warn",
    ]);
  });

  it("11 17 · made out to the unit's old name, and to another unit", async () => {
    const { context } = await office();
    const foreign = { buyerName: "上海市松江区示例街道办事处", buyerTaxId: "11310117000000019T" };
    const preview = await previewOf(
      context,
      invoiceOf(1, { buyerName: oldBuyerName }),
      invoiceOf(5, foreign),
      invoiceOf(3, {
        buyerName: oldBuyerName,
        issuedAt: "2021-12-30 09:00:00",
        digitalNumber: "21312000000000000003",
      }),
    );
    expect(preview.issues.map(({ ruleId, severity, row }) => [ruleId, severity, row])).toEqual([
      ["INV-07", "warn", 2],
      ["INV-07", "block", 3],
    ]);
    expect(preview.counts.new).toBe(3);
  });

  it("12 · free of tax, or mixed", async () => {
    const { context, ledger } = await office();
    await importOf(
      context,
      invoiceOf(1, {
        lines: [lineOf(100, { taxRate: "免税", taxCents: cents(0) }), lineOf(10, { taxRate: "***" })],
      }),
    );
    const lines = await ledger.read
      .selectFrom("invoiceLine")
      .select(["taxRate", "taxCents"])
      .orderBy("seq")
      .execute();
    expect(lines).toEqual([
      { taxRate: "免税", taxCents: 0 },
      { taxRate: "***", taxCents: 60 },
    ]);
  });

  it.each([
    ["13 14 · 合计 rows and a wrong extent", {}],
    ["14 · shared texts behind the sheets", { strings: "shared" as const }],
    ["15 · a title above the header", { rowsAbove: ["全量发票查询导出结果", "查询日期：2022-07-08"] }],
    ["16 · the older name of the number column", { titles: { digitalNumber: "全电发票号码" } }],
    ["lines alone", { sheets: ["lines" as const] }],
    ["invoices alone", { sheets: ["invoices" as const] }],
    ["no 合计 rows", { totals: false }],
  ])("%s", async (_, options) => {
    const { context } = await office();
    const path = await exportOf([invoiceOf(1), invoiceOf(3)], options);
    const { preview } = await previewImport(context, path);
    expect(preview).toMatchObject({ source: "全量发票查询", isBlocked: false, issues: [] });
    expect(preview.entries.map(({ number, grossCents }) => [number, grossCents])).toEqual([
      [numberOf(1), 10_600],
      [numberOf(3), 10_600],
    ]);
    expect(preview.sheets.map(({ headerRow }) => headerRow)).toEqual(
      preview.sheets.map(() => ("rowsAbove" in options ? 3 : 1)),
    );
  });
});

describe("what the ledger knows", () => {
  it("makes another seller, amount or day under the same number a conflict, never a change", async () => {
    const { context } = await office();
    await importOf(context, invoiceOf(1), invoiceOf(2), invoiceOf(3));
    const preview = await previewOf(
      context,
      invoiceOf(1, { lines: [lineOf(200)] }),
      invoiceOf(2, { sellerName: "上海另一家有限公司", sellerTaxId: "91310117000000027D" }),
      invoiceOf(3, { issuedAt: "2022-04-01 10:12:00" }),
    );
    expect(preview.counts).toMatchObject({ new: 0, changed: 0, conflict: 3 });
    expect(rules(preview.issues)).toEqual(["INV-01 block", "INV-01 block", "INV-01 block"]);
    expect(preview.entries[0]?.message).toBe(
      `发票${numberOf(1)}已于2022-07-08录入，且金额不一致，请核对。价税合计原为106.00、本次212.00；金额原为100.00、本次200.00；税额原为6.00、本次12.00。`,
    );
  });

  it("finds the blue invoice of a red one in the ledger too", async () => {
    const { context } = await office();
    expect(rules((await previewOf(context, redOf(2, 1))).issues)).toEqual(["INV-18 warn"]);
    await importOf(context, invoiceOf(1));
    expect((await previewOf(context, redOf(2, 1))).issues).toEqual([]);
  });

  it("tells of a future day and of a file that came before", async () => {
    const { context } = await office();
    const path = await exportOf([invoiceOf(1, { issuedAt: "2022-07-09 00:00:01" })]);
    const { importInvoices } = await import("#engine/invoices/importInvoices.ts");
    expect(rules((await importInvoices(context, { path })).preview.issues)).toEqual(["INV-14 warn"]);
    expect(rules((await importInvoices(context, { path })).preview.issues)).toEqual(["IMP-05 hint"]);
  });
});

describe("what the office set for a rule", () => {
  const early = invoiceOf(1, {
    issuedAt: "2021-12-20 09:00:00",
    digitalNumber: "21312000000000000001",
    buyerName: "",
  });
  const setting = (change: Partial<Row<"ruleSetting">>) =>
    ({ id: newId(), ruleId: "INV-14", severity: null, paramsJson: "{}", ...change }) as const;

  it.each<[Partial<Row<"ruleSetting">>, string[]]>([
    [{}, []],
    [{ paramsJson: '{"earlyDays":10}' }, ["INV-14 warn"]],
    [{ paramsJson: '{"earlyDays":10}', severity: "off" }, []],
    [{ paramsJson: '{"earlyDays":null}' }, []],
  ])("holds for an import as well: %j", async (change, told) => {
    const { context, ledger } = await office();
    await write(ledger, async (tx) => {
      await insertRow(tx, "project", projectRow());
      await insertRow(tx, "ruleSetting", setting(change));
    });
    expect(rules((await previewOf(context, early)).issues)).toEqual(told);
  });
});

describe("a file that is no use", () => {
  it("is blocked as a whole when its sheets disagree", async () => {
    const { context } = await office();
    const wrong = invoiceOf(1, { header: { grossCents: cents(10_700), netCents: cents(10_100) } });
    const preview = await previewOf(context, wrong, invoiceOf(2));
    expect(preview).toMatchObject({ isBlocked: true, entries: [], counts: { rows: 4, new: 0, rejected: 4 } });
    expect(preview.issues[0]).toMatchObject({
      ruleId: "INV-13",
      severity: "block",
      message: `发票${numberOf(1)}价税合计：明细合计106.00元与发票合计107.00元不一致，未导入。`,
    });
  });

  it("is refused with what its header lacks", async () => {
    const { context } = await office();
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const path = await writeRawWorkbook({
      sheets: {
        台账: `<sheetData><row>${cell("销方名称")}${cell("开票日期")}${cell("金额")}</row></sheetData>`,
      },
    });
    const { code, message, hint } = await failureOf(() => previewImport(context, path));
    expect(code).toBe("bad-file");
    expect(message).toBe(
      "文件“raw.xlsx”不像发票清单：工作表“台账”第1行像是表头，但没有这些列：发票号码、价税合计（或金额和税额）。C列是仅有的一列金额，看不出含不含税；含税的请改选“价税合计”。",
    );
    expect(hint).toMatch(/全量发票查询/);
  });

  it("is refused when nothing in it looks like a list, or it is empty", async () => {
    const { context } = await office();
    for (const path of [
      await writeRawWorkbook({}),
      await writeRawWorkbook({ sheets: { 一: "<sheetData><row><c><v>1</v></c></row></sheetData>" } }),
    ]) {
      expect((await failureOf(() => previewImport(context, path))).message).toMatch(
        /前15行里没有找到发票清单的表头/,
      );
    }
  });
});
