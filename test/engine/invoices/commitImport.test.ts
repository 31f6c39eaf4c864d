import { describe, expect, it } from "vitest";
import { commitImport } from "#engine/invoices/commitImport.ts";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { listInvoices } from "#engine/invoices/listInvoices.ts";
import { previewImport } from "#engine/invoices/previewImport.ts";
import { importRowsOf } from "#engine/store/batches.ts";
import { newId } from "#engine/store/newId.ts";
import { insertRow } from "#engine/store/rows.ts";
import { cents } from "#shared/kernel/cents.ts";
import { failureOf, write } from "#test/engine/store/testLedger.ts";
import {
  contextOf,
  exportOf,
  importOf,
  invoiceOf,
  lineOf,
  liveRows,
  numberOf,
  office,
  pay,
} from "./office.ts";

const prepare = async (
  context: Parameters<typeof previewImport>[0],
  ...invoices: Parameters<typeof invoiceOf>[]
) => previewImport(context, await exportOf(invoices.map((args) => invoiceOf(...args))));

describe("commitImport", () => {
  it("puts in invoices, lines, the batch and what became of each row", async () => {
    const { context, ledger, vendorId } = await office();
    const { batch } = await importOf(
      context,
      invoiceOf(1, { lines: [lineOf(100), lineOf(50)] }),
      invoiceOf(2, { sellerName: "别家", sellerTaxId: "" }),
    );
    const invoices = await ledger.read.selectFrom("invoice").selectAll().orderBy("number").execute();
    expect(invoices).toMatchObject([
      {
        number: numberOf(1),
        type: "数电票（普通发票）",
        sellerName: "上海示例服务有限公司",
        issueDate: "2022-03-31",
        netCents: 15_000,
        taxCents: 900,
        grossCents: 15_900,
        status: "normal",
        isRed: 0,
        source: "电子发票服务平台",
        vendorId,
        entry: "import",
        batchId: batch,
        voidedAt: null,
      },
      { number: numberOf(2), vendorId: null },
    ]);
    const lines = await ledger.read.selectFrom("invoiceLine").selectAll().orderBy("seq").execute();
    expect(
      lines.map(({ seq, quantity, unitPrice, grossCents }) => [seq, quantity, unitPrice, grossCents]),
    ).toEqual([
      [1, "2", "50", 10_600],
      [1, "2", "50", 10_600],
      [2, "2", "50", 5_300],
    ]);
    expect(await ledger.read.selectFrom("importBatch").selectAll().executeTakeFirstOrThrow()).toMatchObject({
      id: batch,
      kind: "invoices",
      source: "全量发票查询",
      fileName: "全量发票查询导出结果.xlsx",
      fileHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      rowCount: 5,
      newCount: 2,
      importedBy: "王经办",
    });
    const rows = await importRowsOf(ledger, batch ?? vendorId);
    expect(rows.map(({ sheet, rowNo, number, result }) => [sheet, rowNo, number, result])).toEqual([
      ["发票基础信息", 2, numberOf(1), "new"],
      ["发票基础信息", 3, numberOf(2), "new"],
    ]);
  });

  it("tells an invoice that a closed year paid its status, and leaves its money and lines", async () => {
    const { context, ledger } = await office();
    await importOf(context, invoiceOf(1));
    await pay(ledger, numberOf(1), cents(10_600));
    const year = { year: 2022, state: "closed", paymentCutoff: null, stateReason: "" } as const;
    await write(ledger, (tx) => insertRow(tx, "fiscalYear", { id: newId(), ...year }));
    const lines = () => ledger.read.selectFrom("invoiceLine").selectAll().execute();
    const before = await lines();
    const prepared = await prepare(
      context,
      [1, { status: "已红冲-全额", lines: [lineOf(60), lineOf(40)] }],
      [2],
    );
    const told = "这张发票已用于关账年度的付款，金额和明细保留账本中的。";
    expect(prepared.preview.entries[0]).toMatchObject({ result: "changed", message: told });
    await commitImport(context, prepared);
    expect(await listInvoices(ledger)).toMatchObject([{ status: "redFull" }, { status: "normal" }]);
    expect((await lines()).filter(({ invoiceId }) => invoiceId === before[0]?.invoiceId)).toEqual(before);
  });

  it("writes the change log in the officer's name", async () => {
    const { context, ledger } = await office();
    await importOf(context, invoiceOf(1));
    const entries = await ledger.read
      .selectFrom("changeLog")
      .selectAll()
      .where("action", "like", "导入发票%")
      .execute();
    expect(entries.map(({ entity, actor }) => [entity, actor])).toEqual([
      ["importBatch", "王经办"],
      ["invoice", "王经办"],
      ["invoiceLine", "王经办"],
      ["importRow", "王经办"],
    ]);
  });

  it("updates what changed and keeps what it was", async () => {
    const { context, ledger, vendorId } = await office();
    await importOf(context, invoiceOf(1));
    const { batch } = await importOf(
      context,
      invoiceOf(1, { status: "已作废", lines: [lineOf(60), lineOf(40)] }),
    );
    expect(await listInvoices(ledger)).toMatchObject([
      { number: numberOf(1), status: "void", grossCents: 10_600 },
    ]);
    expect(await ledger.read.selectFrom("invoiceLine").select("netCents").orderBy("seq").execute()).toEqual([
      { netCents: 6_000 },
      { netCents: 4_000 },
    ]);
    const [row] = await importRowsOf(ledger, batch ?? vendorId);
    expect(row).toMatchObject({ result: "changed", message: "发票状态：正常 → 已作废；发票明细：1行 → 2行" });
    expect(JSON.parse(row?.beforeJson ?? "")).toMatchObject({
      invoice: { status: "normal" },
      after: { status: "void" },
      lines: [{ netCents: 10_000 }],
    });
  });

  it("leaves conflicts and refused rows out, and keeps their words and cells", async () => {
    const { context, ledger, vendorId } = await office();
    await importOf(context, invoiceOf(1));
    const before = await liveRows(ledger);
    const { batch } = await importOf(
      context,
      invoiceOf(1, { lines: [lineOf(200)] }),
      invoiceOf(2, { numericNumber: true }),
    );
    expect(await liveRows(ledger)).toEqual(before);
    const rows = await importRowsOf(ledger, batch ?? vendorId);
    expect(rows.map(({ sheet, rowNo, result }) => [sheet, rowNo, result])).toEqual([
      ["信息汇总表", 3, "rejected"],
      ["发票基础信息", 2, "conflict"],
      ["发票基础信息", 3, "rejected"],
    ]);
    expect(rows[1]?.message).toMatch(/^发票.*已于2022-07-08录入，且金额不一致/);
    expect(JSON.parse(rows[2]?.cellsJson ?? "")).toContain("上海示例服务有限公司");
  });

  it("takes what the officer leaves out neither as new nor as changed", async () => {
    const { context, ledger } = await office();
    await importOf(context, invoiceOf(1));
    const prepared = await prepare(context, [1, { status: "已作废" }], [2], [3]);
    const batch = await commitImport(context, prepared, { leaveOut: [numberOf(1), numberOf(2)] });
    expect((await listInvoices(ledger)).map(({ number, status }) => [number, status])).toEqual([
      [numberOf(1), "normal"],
      [numberOf(3), "normal"],
    ]);
    expect(batch).toMatchObject({ newCount: 1, changedCount: 0, unchangedCount: 2 });
  });

  it("only says what would happen when asked to", async () => {
    const { context, ledger } = await office();
    const before = await liveRows(ledger);
    const { batch, preview } = await importInvoices(context, {
      path: await exportOf([invoiceOf(1)]),
      dryRun: true,
    });
    expect([batch, preview.counts.new]).toEqual([null, 1]);
    expect(await liveRows(ledger)).toEqual(before);
    expect(await ledger.read.selectFrom("importBatch").selectAll().execute()).toEqual([]);
  });
});

describe("a commit that is refused", () => {
  it("when the file contradicts itself", async () => {
    const { context, ledger } = await office();
    const { code, message, details } = await failureOf(() =>
      importOf(context, invoiceOf(1, { header: { grossCents: cents(10_700) } })),
    );
    expect(code).toBe("refused");
    expect(message).toMatch(/没有导入（INV-13）.*明细合计/);
    expect(details).toMatchObject({ ruleId: "INV-13" });
    expect(await ledger.read.selectFrom("importBatch").selectAll().execute()).toEqual([]);
  });

  it("when the ledger has changed so that it would come out otherwise; and not when it would not", async () => {
    const { context, ledger } = await office();
    const [stale, still] = [await prepare(context, [1]), await prepare(context, [2])];
    await importOf(context, invoiceOf(1));
    expect(await failureOf(() => commitImport(context, stale))).toMatchObject({ code: "conflict" });
    await commitImport(context, still);
    expect((await listInvoices(ledger)).map(({ number }) => number)).toEqual([numberOf(1), numberOf(2)]);
  });

  it("when another ledger is open by then", async () => {
    const [one, other] = [await office(), await office()];
    const prepared = await prepare(one.context, [1]);
    expect(await failureOf(() => commitImport(other.context, prepared))).toMatchObject({ code: "conflict" });
  });

  it("half way, and leaves nothing behind", async () => {
    const { ledger, context } = await office();
    const before = await liveRows(ledger);
    const prepared = await prepare(context, [1], [2]);
    const abort = new AbortController();
    const slow = contextOf(ledger, { signal: abort.signal, progress: () => abort.abort() });
    expect(await failureOf(() => commitImport(slow, prepared))).toMatchObject({ code: "cancelled" });
    expect(await liveRows(ledger)).toEqual(before);
    expect(await ledger.read.selectFrom("importBatch").selectAll().execute()).toEqual([]);
  });
});
