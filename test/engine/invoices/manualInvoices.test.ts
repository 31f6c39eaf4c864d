import { describe, expect, it } from "vitest";
import { historyOfRecord } from "#engine/history/getHistory.ts";
import { firstRows } from "#engine/invoices/batchRows.ts";
import { getInvoice } from "#engine/invoices/getInvoice.ts";
import { saveManual } from "#engine/invoices/saveManual.ts";
import { findOrDraft } from "#engine/invoices/scanInvoice.ts";
import { undoImport } from "#engine/invoices/undoImport.ts";
import { newId } from "#engine/store/newId.ts";
import { insertRow } from "#engine/store/rows.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { failureOf, write } from "#test/engine/store/testLedger.ts";
import { manualDraft } from "#test/engine/support/drafts.ts";
import { lifeOffice, redOf } from "./life.ts";
import { importOf, invoiceOf, numberOf, pay } from "./office.ts";

const digital = (last: number, changes: Parameters<typeof manualDraft>[0] = {}) =>
  manualDraft({
    kind: "digital",
    code: "",
    number: numberOf(last),
    type: "数电票（普通发票）",
    issueDate: isoDate("2022-03-31"),
    sellerName: "上海示例服务有限公司",
    sellerTaxId: "91310117ma1j000060",
    netCents: cents(10_000),
    grossCents: cents(10_600),
    ...changes,
  });

const line = (net: number, tax: number) => ({
  goodsName: "*物联网服务*服务费",
  spec: "",
  unitName: "台",
  quantity: decimal("2"),
  unitPrice: decimal("50"),
  taxRate: "6%",
  netCents: cents(net),
  taxCents: cents(tax),
});

describe("a ticket entered by hand", () => {
  it("is completed, linked to its vendor and kept as manual", async () => {
    const { context, vendorId } = await lifeOffice();
    const draft = digital(1, { lines: [line(12_000, 720), line(-2_000, -120)] });
    const { invoice, lines } = await getInvoice(context, await saveManual(context, draft));
    expect(invoice).toMatchObject({
      number: numberOf(1),
      entry: "manual",
      batchId: null,
      vendorId,
      sellerTaxId: "91310117MA1J000060",
      netCents: 10_000,
      taxCents: 600,
      grossCents: 10_600,
      payableCents: 10_600,
    });
    expect(lines.map(({ seq, grossCents }) => [seq, grossCents])).toEqual([
      [1, 12_720],
      [2, -2_120],
    ]);
  });

  it("may be of the treasury, with a number of its own kind, which no rule finds fault with", async () => {
    const { context } = await lifeOffice();
    const { invoice } = await getInvoice(context, await saveManual(context, manualDraft()));
    expect(invoice).toMatchObject({ number: "31010122-0000012345", netCents: 120_000, taxCents: 0 });
    const findings = await context.check(await context.facts());
    const found = findings.filter(({ ruleId }) => ruleId === "INV-10");
    expect(found).toEqual([]);
  });

  it("registers its seller as a vendor when that is wanted, once", async () => {
    const { context, ledger } = await lifeOffice();
    await saveManual(context, manualDraft({ newVendor: true }));
    const names = await ledger.read.selectFrom("vendor").select("name").orderBy("name").execute();
    expect(names.map(({ name }) => name)).toContain("上海市松江区某事业单位");
    const again = manualDraft({ number: "0000012346", newVendor: true });
    expect(await failureOf(() => saveManual(context, again))).toMatchObject({ code: "conflict" });
    const { invoice } = await getInvoice(context, await saveManual(context, { ...again, newVendor: false }));
    expect(invoice.vendorId).not.toBeNull();
  });

  it.each([
    [{ number: "2231200000000000001" }, /数电票的号码应为 20 位数字，现为 19 位，没有保存/],
    [{ netCents: null, grossCents: null }, /至少填写两项/],
    [{ taxCents: cents(700) }, /金额\+税额≠价税合计，差1.00元/],
    [{ lines: [line(9_000, 540)] }, /明细金额合计90.00元，与发票金额100.00元不一致/],
    [{ netCents: cents(-10_000), grossCents: cents(-10_600) }, /红字发票/],
  ])("is refused with what is wrong: %o", async (changes, message) => {
    const { context, ledger } = await lifeOffice();
    const before = await ledger.read.selectFrom("changeLog").selectAll().execute();
    expect(await failureOf(() => saveManual(context, digital(1, changes)))).toMatchObject({
      code: "bad-request",
      message: expect.stringMatching(message),
    });
    expect(await ledger.read.selectFrom("changeLog").selectAll().execute()).toEqual(before);
  });

  it("is not taken twice, whatever way its number is written, and says which one is there", async () => {
    const { context, idOf } = await lifeOffice();
    await importOf(
      context,
      invoiceOf(1, { digitalNumber: "", code: "031002200111", paperNumber: "12345678" }),
    );
    const number = "03100220011112345678";
    const refused = await failureOf(() => saveManual(context, digital(1, { number })));
    expect(refused).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/已在账本中（上海示例服务有限公司，2022-03-31，106.00元，导入）/),
      details: { invoiceId: await idOf(number) },
    });
  });

  it("can be changed with a trace, unless it was imported or a closed year paid it", async () => {
    const { context, ledger, idOf } = await lifeOffice();
    const id = await saveManual(context, digital(1));
    await saveManual(context, digital(1, { id, netCents: cents(20_000), grossCents: cents(21_200) }));
    expect((await getInvoice(context, id)).invoice).toMatchObject({ taxCents: 1_200, entry: "manual" });
    const steps = await historyOfRecord(context, { entity: "invoice", id, limit: 10 });
    expect(steps.map(({ action }) => action)).toEqual(["修改手工登记的发票", "手工登记发票"]);

    await importOf(context, invoiceOf(2));
    const imported = digital(2, { id: await idOf(numberOf(2)) });
    expect(await failureOf(() => saveManual(context, imported))).toMatchObject({
      code: "refused",
      message: `发票${numberOf(2)}是导入的，不能手工修改。`,
    });

    await pay(ledger, numberOf(1), cents(21_200));
    await write(ledger, (tx) =>
      insertRow(tx, "fiscalYear", {
        id: newId(),
        year: 2022,
        state: "closed",
        paymentCutoff: null,
        stateReason: "",
      }),
    );
    expect(await failureOf(() => saveManual(context, digital(1, { id })))).toMatchObject({
      code: "refused",
      message: expect.stringContaining("关账年度"),
    });
  });

  it("cannot become less than what was paid on it", async () => {
    const { context, ledger } = await lifeOffice();
    const id = await saveManual(context, digital(1));
    await pay(ledger, numberOf(1), cents(10_600));
    const less = digital(1, { id, netCents: cents(5_000), grossCents: cents(5_300) });
    expect(await failureOf(() => saveManual(context, less))).toMatchObject({ code: "refused" });
    expect((await getInvoice(context, id)).invoice.grossCents).toBe(10_600);
  });

  it("takes back a blue one when it is red, and not more than there was", async () => {
    const { context, idOf } = await lifeOffice();
    await importOf(context, invoiceOf(1));
    const red = digital(5, {
      isRed: true,
      issueDate: isoDate("2022-05-10"),
      netCents: cents(-4_000),
      grossCents: cents(-4_240),
      blueNumber: numberOf(1),
    });
    await saveManual(context, red);
    expect((await getInvoice(context, await idOf(numberOf(1)))).invoice.payableCents).toBe(6_360);
    const second = digital(6, {
      ...red,
      number: numberOf(6),
      netCents: cents(-9_000),
      grossCents: cents(-9_540),
    });
    expect(await failureOf(() => saveManual(context, second))).toMatchObject({
      code: "refused",
      message: expect.stringContaining("还多31.80元"),
    });
  });
});

describe("a list that brings a ticket which was entered by hand", () => {
  it("fills in what was not typed, keeps it manual, and is undone without it", async () => {
    const { context } = await lifeOffice();
    const id = await saveManual(context, digital(1, { grossCents: cents(10_600) }));
    const { batch } = await importOf(context, invoiceOf(1, { remark: "第一季度", status: "已红冲-部分" }));
    if (batch === null) throw new Error("nothing was imported");
    expect((await getInvoice(context, id)).invoice).toMatchObject({
      entry: "manual",
      batchId: null,
      status: "redPartial",
      remark: "第一季度",
    });
    const [row] = (await firstRows(context, batch)).rows;
    expect(row?.changes.map(({ label }) => label)).toContain("发票明细");
    await undoImport(context, { batchId: batch, reason: "试验" });
    expect(await getInvoice(context, id)).toMatchObject({
      invoice: { status: "normal", remark: "" },
      lines: [],
    });
  });

  it("contradicts it field by field and changes nothing", async () => {
    const { context } = await lifeOffice();
    const id = await saveManual(context, digital(1, { issueDate: isoDate("2022-03-30") }));
    const { batch } = await importOf(context, invoiceOf(1));
    if (batch === null) throw new Error("nothing was imported");
    const [row] = (await firstRows(context, batch)).rows;
    expect(row).toMatchObject({
      result: "conflict",
      cells: [{ title: "开票日期", text: "2022-03-31" }],
      message: expect.stringContaining("开票日期原为2022-03-30、本次2022-03-31"),
    });
    expect((await getInvoice(context, id)).invoice.issueDate).toBe("2022-03-30");
  });

  it("links a red one that was entered before its blue one came", async () => {
    const { context, idOf } = await lifeOffice();
    const { number, ...red } = digital(5, {
      isRed: true,
      netCents: cents(-10_000),
      grossCents: cents(-10_600),
    });
    await saveManual(context, { ...red, number, remark: `被红冲蓝字数电票号码：${numberOf(1)}` });
    await importOf(context, invoiceOf(1), redOf(7, null));
    expect((await getInvoice(context, await idOf(numberOf(1)))).invoice.payableCents).toBe(0);
  });
});

describe("a scanned code", () => {
  it("of the treasury gives its number, and what else has to be read from the paper", async () => {
    const { context } = await lifeOffice();
    const scanned = await findOrDraft(context, { text: "01,01,31010122,0000012345,123456,20220601,1200.00" });
    expect(scanned).toMatchObject({
      kind: "draft",
      draft: { kind: "fiscal", code: "31010122", plainNumber: "0000012345", grossCents: null },
      missing: ["开票日期", "发票票种", "销方名称", "购买方名称", "价税合计"],
    });
    await saveManual(context, manualDraft());
    expect(await findOrDraft(context, { text: "31010122-0000012345" })).toMatchObject({ kind: "found" });
  });

  it("may be the number alone", async () => {
    const { context } = await lifeOffice();
    await importOf(context, invoiceOf(1));
    expect(await findOrDraft(context, { text: numberOf(1) })).toMatchObject({
      kind: "found",
      differences: [],
    });
    expect(await findOrDraft(context, { text: "3100221130-08831207" })).toMatchObject({
      draft: { kind: "paper", code: "3100221130", plainNumber: "08831207" },
    });
  });
});
