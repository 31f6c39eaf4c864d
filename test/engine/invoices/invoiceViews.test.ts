import { describe, expect, it } from "vitest";
import { getInvoice } from "#engine/invoices/getInvoice.ts";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { listInvoiceViews } from "#engine/invoices/listInvoiceViews.ts";
import { voidPayment } from "#engine/payments/savePayment.ts";
import { invoiceId } from "#engine/sample/invoiceDraft.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";

const all = { fiscalYear: null } as const;

describe("an invoice as the screen shows it", () => {
  it("has what may be paid on it, what was, and by which payments", async () => {
    const { context } = await sampleDesk(testClock());
    const view = async (key: string) => (await getInvoice(await context(), invoiceId(key))).invoice;
    // In two paid payments and asked for in a third.
    expect(await view("supplies-3")).toMatchObject({
      payableCents: 1_226_000,
      usedCents: 1_226_000,
      contractNo: "GFL-2022-006",
      open: false,
    });
    expect((await view("supplies-3")).paymentNos).toHaveLength(3);
    expect(await view("uniforms-1")).toMatchObject({ usedCents: 0, open: false });
    expect(await view("intercoms-4")).toMatchObject({ status: "redFull", payableCents: 0, open: false });
  });

  it("is open again when the only payment on it is voided", async () => {
    const { context } = await sampleDesk(testClock());
    await voidPayment(await context(), { id: paymentId("uniforms-1"), reason: "金额有误" });
    const { invoice } = await getInvoice(await context(), invoiceId("uniforms-1"));
    expect(invoice).toMatchObject({ open: true, paymentNos: [], contractNo: null });
  });

  it("comes with its lines, its red invoices and the batch that brought it", async () => {
    const { context, exportPath } = await sampleDesk(testClock());
    await importInvoices(await context(), { path: exportPath });
    const { invoice, lines, redInvoices } = await getInvoice(await context(), invoiceId("phones-4"));
    expect(invoice).toMatchObject({ status: "redFull", payableCents: 0 });
    expect(redInvoices).toMatchObject([
      { isRed: 1, grossCents: -invoice.grossCents, blueNumber: invoice.number },
    ]);
    expect(lines.map((line) => line.seq)).toEqual(lines.map((_, index) => index + 1));
    const red = await getInvoice(await context(), asId(redInvoices[0]?.id ?? ""));
    expect(red.batch).toMatchObject({ fileName: "示例_全量发票查询导出结果.xlsx" });
    expect(red.invoice).toMatchObject({ open: false, payableCents: 0 });
  });

  it("must be there", async () => {
    const { context } = await sampleDesk(testClock());
    expect(await failureOf(async () => getInvoice(await context(), asId("none")))).toMatchObject({
      code: "not-found",
      message: "找不到这张发票。",
    });
  });
});

describe("the list of invoices", () => {
  it("has the latest first, of one year or all, and as a day saw it", async () => {
    const { context } = await sampleDesk(testClock());
    const list = async (
      ...rest: [Parameters<typeof listInvoiceViews>[1], Parameters<typeof listInvoiceViews>[2]?]
    ) => listInvoiceViews(await context(), ...rest);
    const invoices = await list(all);
    const days = invoices.map((invoice) => invoice.issueDate);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(await list({ fiscalYear: 2022 })).toEqual(invoices);
    expect(await list({ fiscalYear: 2021 })).toEqual([]);
    const march = await list(all, isoDate("2022-03-02"));
    expect(march.length).toBeLessThan(invoices.length);
    expect(march.every((invoice) => invoice.issueDate <= "2022-03-02")).toBe(true);
    expect(invoices.every((invoice) => invoice.goods !== "")).toBe(true);
  });
});
