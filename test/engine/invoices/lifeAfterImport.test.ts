import { describe, expect, it } from "vitest";
import { runCheck } from "#engine/checks/runCheck.ts";
import { batchDetail } from "#engine/invoices/batchDetail.ts";
import { batchLines, batchRow, firstRows } from "#engine/invoices/batchRows.ts";
import { getInvoice } from "#engine/invoices/getInvoice.ts";
import { invoiceRelations } from "#engine/invoices/relations.ts";
import { setBlue } from "#engine/invoices/setBlue.ts";
import { undoImport } from "#engine/invoices/undoImport.ts";
import { voidInvoice } from "#engine/invoices/voidInvoice.ts";
import { updateRow, voidRow } from "#engine/store/rows.ts";
import { cents } from "#shared/kernel/cents.ts";
import { failureOf, write } from "#test/engine/store/testLedger.ts";
import { lifeOffice, redOf } from "./life.ts";
import { importOf, invoiceOf, lineOf, numberOf, pay } from "./office.ts";

const everyYear = { fiscalYear: null } as const;

describe("an invoice that was paid", () => {
  it.each([
    [
      "已红冲-全额",
      "redFull",
      0,
      10_600,
      /已红冲-全额.*不能再作为付款依据/,
      /追回106.00元.*登记退款.*换票.*冲销/,
    ],
    ["已作废", "void", 0, 10_600, /已作废/, /追回106.00元/],
    ["已红冲-部分", "redPartial", 10_600, 0, /不知道冲了多少/, /导入或手工登记对应的红字发票/],
  ] as const)(
    "raises an alarm when a later export says %s",
    async (word, status, payable, excess, message, remedy) => {
      const { context, ledger, idOf } = await lifeOffice();
      await importOf(context, invoiceOf(1), invoiceOf(2));
      await pay(ledger, numberOf(1), cents(10_600), "FK-009");
      const { batch } = await importOf(context, invoiceOf(1, { status: word }), invoiceOf(2));
      const expected = {
        invoice: { number: numberOf(1), status },
        degree: "paid",
        payableCents: payable,
        usedCents: 10_600,
        excessCents: excess,
        uses: [{ paymentNo: "FK-009", state: "paid", amountCents: 10_600 }],
        message: expect.stringMatching(message),
        remedy: expect.stringMatching(remedy),
      };
      expect((await getInvoice(context, await idOf(numberOf(1)))).alarm).toMatchObject(expected);
      expect((await getInvoice(context, await idOf(numberOf(2)))).alarm).toBeNull();
      expect((await invoiceRelations(context, everyYear)).alarms).toMatchObject([expected]);
      if (batch === null) throw new Error("nothing was imported");
      expect((await batchDetail(context, batch)).alarms).toMatchObject([expected]);
      const { findings } = await runCheck(context, { fiscalYear: 2022, projectId: null, asOf: null });
      const rules = findings.map(({ ruleId }) => ruleId);
      expect(rules).toContain(status === "redPartial" ? "INV-04" : "INV-05");
    },
  );

  it("raises it by its red invoice too, before its own state is known, and says how much is too much", async () => {
    const { context, ledger, idOf } = await lifeOffice();
    await importOf(context, invoiceOf(1));
    await pay(ledger, numberOf(1), cents(10_600));
    const { batch } = await importOf(context, redOf(5, 1, { net: 40 }));
    if (batch === null) throw new Error("nothing was imported");
    expect((await batchDetail(context, batch)).alarms).toMatchObject([
      { degree: "paid", payableCents: 6_360, excessCents: 4_240, reds: [{ number: numberOf(5) }] },
    ]);
    const { pair } = await getInvoice(context, await idOf(numberOf(1)));
    expect(pair?.doubt).toMatch(/状态还是正常/);
  });

  it("is quiet again when the money is back or the payment is gone", async () => {
    const { context, ledger, idOf } = await lifeOffice();
    await importOf(context, invoiceOf(1));
    const payment = await pay(ledger, numberOf(1), cents(10_600));
    await importOf(context, invoiceOf(1, { status: "已作废" }));
    const alarm = async () => (await getInvoice(context, await idOf(numberOf(1)))).alarm;
    expect(await alarm()).not.toBeNull();
    await write(ledger, (tx) => voidRow(tx, "payment", payment, "重复"));
    expect(await alarm()).toBeNull();
  });

  it("only asks to change a payment that is not paid yet", async () => {
    const { context, ledger, idOf } = await lifeOffice();
    await importOf(context, invoiceOf(1));
    const payment = await pay(ledger, numberOf(1), cents(10_600));
    await write(ledger, (tx) => updateRow(tx, "payment", payment, { state: "approved", paidOn: null }));
    await importOf(context, invoiceOf(1, { status: "已红冲-全额" }));
    expect((await getInvoice(context, await idOf(numberOf(1)))).alarm).toMatchObject({
      degree: "asked",
      message: expect.stringMatching(/^已列入付款单106.00元/),
      remedy: expect.stringMatching(/去掉或减少106.00元/),
    });
  });
});

describe("a red invoice", () => {
  it("reduces what may be paid, with others, of another year too, and whichever came first", async () => {
    const { context, idOf } = await lifeOffice();
    await importOf(context, redOf(5, 1, { net: 20 }));
    const lone = async () => (await invoiceRelations(context, everyYear)).lone;
    expect(await lone()).toMatchObject([{ namedNumber: numberOf(1), candidates: [] }]);
    await importOf(context, invoiceOf(1, { issuedAt: "2021-12-20 09:00:00" }));
    expect(await lone()).toEqual([]);
    await importOf(context, redOf(6, 1, { net: 30 }));
    const { invoice, redInvoices, pair } = await getInvoice(context, await idOf(numberOf(1)));
    expect(invoice.payableCents).toBe(10_600 - 2_120 - 3_180);
    expect(redInvoices).toHaveLength(2);
    expect(pair).toMatchObject({ payableCents: 5_300 });
    expect((await invoiceRelations(context, { fiscalYear: 2022 })).pairs).toHaveLength(1);
    expect((await invoiceRelations(context, { fiscalYear: 2020 })).pairs).toEqual([]);
  });

  it("without a number is never linked by seller and amount, but shown with those it may be", async () => {
    const { context, idOf } = await lifeOffice();
    await importOf(
      context,
      invoiceOf(1),
      invoiceOf(2, { status: "已红冲-全额" }),
      invoiceOf(3, { lines: [lineOf(70)] }),
      invoiceOf(4, { sellerTaxId: "91310117000000027D", sellerName: "别家公司" }),
      redOf(5, null),
    );
    const [red] = (await invoiceRelations(context, everyYear)).lone;
    expect(red?.candidates.map(({ invoice }) => invoice.number)).toEqual([numberOf(2), numberOf(1)]);
    expect(red?.candidates[0]?.reasons).toEqual([
      "同一销方，金额正好相反",
      "已标为红冲，还没有对应的红字发票",
    ]);
    const blue = await getInvoice(context, await idOf(numberOf(1)));
    expect(blue.invoice.payableCents).toBe(10_600);

    await setBlue(context, { id: await idOf(numberOf(5)), blueNumber: numberOf(2) });
    expect((await invoiceRelations(context, everyYear)).lone).toEqual([]);
    await setBlue(context, { id: await idOf(numberOf(5)), blueNumber: null });
    expect((await invoiceRelations(context, everyYear)).lone).toHaveLength(1);
  });

  it("keeps what a person said of it when its import is undone and comes again", async () => {
    const { context, idOf } = await lifeOffice();
    await importOf(context, invoiceOf(1));
    const again = async (...reds: readonly ReturnType<typeof redOf>[]) => {
      const { batch } = await importOf(context, ...reds);
      if (batch === null) throw new Error("nothing was imported");
      return () => undoImport(context, { batchId: batch, reason: "重导" });
    };
    const undo = await again(redOf(5, null, { net: 50 }));
    await setBlue(context, { id: await idOf(numberOf(5)), blueNumber: numberOf(1) });
    await undo();
    const undoAgain = await again(redOf(5, null, { net: 50 }));
    expect((await getInvoice(context, await idOf(numberOf(1)))).invoice.payableCents).toBe(5_300);

    await setBlue(context, { id: await idOf(numberOf(5)), blueNumber: null });
    await undoAgain();
    const undoThird = await again(redOf(5, null, { net: 50 }));
    expect((await getInvoice(context, await idOf(numberOf(1)))).invoice.payableCents).toBe(10_600);

    await setBlue(context, { id: await idOf(numberOf(5)), blueNumber: numberOf(1) });
    await undoThird();
    await again(redOf(5, null, { net: 20 }));
    expect((await getInvoice(context, await idOf(numberOf(1)))).invoice.payableCents).toBe(10_600);
  });

  it("is hinted at its blue one by another of the same 确认单", async () => {
    const { context } = await lifeOffice();
    const notice = "红字发票信息确认单编号：31011722070000000001";
    await importOf(
      context,
      invoiceOf(1),
      invoiceOf(2),
      redOf(5, 2, { net: 50 }),
      redOf(6, null, { net: 10, remark: notice }),
    );
    const [red] = (await invoiceRelations(context, everyYear)).lone;
    expect(red?.candidates).toMatchObject([
      { invoice: { number: numberOf(2) }, reasons: [expect.stringContaining("确认单"), "同一销方"] },
    ]);
  });

  it("is not linked by hand to what it cannot take back", async () => {
    const { context, idOf } = await lifeOffice();
    await importOf(
      context,
      invoiceOf(1, { lines: [lineOf(50)] }),
      invoiceOf(2, { sellerTaxId: "91310117000000027D", sellerName: "别家公司" }),
      invoiceOf(3, { issuedAt: "2022-06-01 10:00:00" }),
      redOf(5, null),
      redOf(6, null),
    );
    const red = await idOf(numberOf(5));
    const refusal = async (blueNumber: string) => failureOf(() => setBlue(context, { id: red, blueNumber }));
    expect(await refusal(numberOf(1))).toMatchObject({
      code: "refused",
      message: expect.stringMatching(/价税合计还多53.00元，没有保存/),
    });
    expect(await refusal(numberOf(2))).toMatchObject({ message: expect.stringContaining("不是同一家") });
    expect(await refusal(numberOf(3))).toMatchObject({ message: expect.stringContaining("晚于") });
    expect(await refusal(numberOf(5))).toMatchObject({ message: expect.stringContaining("它自己") });
    expect(await refusal(numberOf(6))).toMatchObject({ message: expect.stringContaining("也是红字") });
    expect(await refusal("1234")).toMatchObject({ code: "bad-request" });
    const blue = await idOf(numberOf(1));
    expect(await failureOf(() => setBlue(context, { id: blue, blueNumber: numberOf(2) }))).toMatchObject({
      message: expect.stringContaining("不是红字发票"),
    });
  });

  it("beyond its blue one, or of another seller, is a finding", async () => {
    const { context } = await lifeOffice();
    await importOf(
      context,
      invoiceOf(1, { lines: [lineOf(50)] }),
      invoiceOf(2),
      redOf(5, 1),
      redOf(6, 2, { sellerTaxId: "91310117000000027D", sellerName: "别家公司" }),
    );
    const { findings } = await runCheck(context, { fiscalYear: 2022, projectId: null, asOf: null });
    const told = findings.filter(({ ruleId }) => ruleId === "INV-18").map(({ message }) => message);
    expect(told.toSorted()).toEqual([
      expect.stringContaining("不是同一家"),
      expect.stringContaining("还多53.00元"),
    ]);
  });
});

describe("voiding an invoice", () => {
  it("is refused while a payment uses it, and says which", async () => {
    const { context, ledger, idOf } = await lifeOffice();
    await importOf(context, invoiceOf(1));
    const id = await idOf(numberOf(1));
    const payment = await pay(ledger, numberOf(1), cents(5_000), "FK-031");
    expect(await failureOf(() => voidInvoice(context, { id, reason: "重复" }))).toMatchObject({
      code: "refused",
      message: `发票${numberOf(1)}已用在付款单FK-031上，不能作废。`,
    });
    await write(ledger, (tx) => voidRow(tx, "payment", payment, "重复"));
    await voidInvoice(context, { id, reason: "重复" });
    expect(await failureOf(() => getInvoice(context, id))).toMatchObject({ code: "not-found" });
  });
});

describe("a batch looked at again", () => {
  it("tells every row: new, changed with before and after, refused and conflicting with what they said", async () => {
    const { context } = await lifeOffice();
    await importOf(context, invoiceOf(1), invoiceOf(2), invoiceOf(3));
    const { batch } = await importOf(
      context,
      invoiceOf(1, { status: "已红冲-部分", remark: "补记" }),
      invoiceOf(2, { lines: [lineOf(999)] }),
      invoiceOf(3),
      invoiceOf(4),
      invoiceOf(5, { numericNumber: true }),
    );
    if (batch === null) throw new Error("nothing was imported");
    const { sheets, obstacles } = await batchDetail(context, batch);
    const { rows, more } = await firstRows(context, batch);
    const of = (result: string) => rows.filter((row) => row.result === result);
    expect(of("new")).toMatchObject([{ number: numberOf(4), invoice: { grossCents: 10_600 } }]);
    expect(of("changed")).toMatchObject([
      {
        number: numberOf(1),
        changes: [
          { label: "发票状态", before: "正常", after: "已红冲-部分" },
          { label: "备注", before: "", after: "补记" },
        ],
      },
    ]);
    expect(of("conflict")[0]?.cells).toContainEqual({ title: "价税合计", text: "1,058.94" });
    const refused = of("rejected")[0];
    expect(refused?.message).toMatch(/改成数值/);
    expect(refused?.cells).toContainEqual({ title: "销方名称", text: "上海示例服务有限公司" });
    expect(sheets.some(({ kind, columns }) => kind !== "ignored" && columns.length > 10)).toBe(true);
    expect([more, obstacles]).toEqual([0, []]);
    const lines = await batchLines(context, batch);
    expect(lines.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(lines.find(({ result }) => result === "new")).toMatchObject({
      number: numberOf(4),
      sellerName: "上海示例服务有限公司",
      grossCents: 10_600,
    });
    for (const row of rows) expect(await batchRow(context, row.id)).toEqual(row);
    expect(await firstRows(context, batch, 1)).toEqual({ rows: rows.slice(0, 1), more: rows.length - 1 });
  });

  it("names what keeps it from being undone", async () => {
    const { context, ledger } = await lifeOffice();
    const { batch } = await importOf(context, invoiceOf(1), invoiceOf(2));
    await pay(ledger, numberOf(1), cents(10_600), "FK-007");
    await importOf(context, invoiceOf(2, { status: "已作废" }));
    if (batch === null) throw new Error("nothing was imported");
    expect((await batchDetail(context, batch)).obstacles).toMatchObject([
      { kind: "used", number: numberOf(1), use: { paymentNo: "FK-007", amountCents: 10_600 } },
      { kind: "laterBatch", number: numberOf(2), fileName: "全量发票查询导出结果.xlsx" },
    ]);
  });
});
