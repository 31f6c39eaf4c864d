import { describe, expect, it } from "vitest";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { findOrDraft } from "#engine/invoices/scanInvoice.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { exportOf, importOf, invoiceOf, numberOf, office } from "./office.ts";

const scan = (last: number, amount: string, day = "20220331"): string =>
  `01,32,,${numberOf(last)},${amount},${day},,1DD6,`;

describe("a scanned code", () => {
  it("finds the invoice by its number, and says where the paper differs", async () => {
    const { context } = await office();
    await importOf(context, invoiceOf(1), invoiceOf(2));
    expect(await findOrDraft(context, { text: scan(1, "106.00") })).toMatchObject({
      kind: "found",
      invoice: { number: numberOf(1) },
      differences: [],
    });
    expect(await findOrDraft(context, { text: scan(2, "206.00", "20220401") })).toMatchObject({
      kind: "found",
      differences: [
        { label: "开票日期", ledger: "2022-03-31", ticket: "2022-04-01" },
        { label: "价税合计", ledger: "106.00", ticket: "206.00" },
      ],
    });
  });

  it("of an older ticket compares the net amount, if the ledger knows it", async () => {
    const { context } = await office();
    const old = { digitalNumber: "", code: "031002200111", paperNumber: "12345678" };
    await importInvoices(context, { path: await exportOf([invoiceOf(1, old)]) });
    const text = (net: string) => `01,10,031002200111,12345678,${net},20220331,12345678901234567890,AB,`;
    expect(await findOrDraft(context, { text: text("100.00") })).toMatchObject({ differences: [] });
    expect(await findOrDraft(context, { text: text("106.00") })).toMatchObject({
      differences: [{ label: "金额", ledger: "100.00", ticket: "106.00" }],
    });
  });

  it("drafts one that is not there, and says what is still to be typed", async () => {
    const { context } = await office();
    expect(await findOrDraft(context, { text: scan(3, "106.00") })).toEqual({
      kind: "draft",
      draft: {
        kind: "digital",
        number: numberOf(3),
        code: "",
        plainNumber: numberOf(3),
        type: "数电票（普通发票）",
        issueDate: "2022-03-31",
        netCents: null,
        grossCents: 10_600,
        checkCode: "",
      },
      missing: ["销方名称", "购买方名称", "金额", "税额"],
    });
    const link = `https://dppt.shanghai.chinatax.gov.cn:8443/v/2_${numberOf(3)}_20220331101200003ABC`;
    expect(await findOrDraft(context, { text: link })).toMatchObject({
      draft: { issueDate: "2022-03-31" },
      missing: expect.arrayContaining(["开票日期", "价税合计"]),
    });
  });

  it("refuses what is no such code", async () => {
    const { context } = await office();
    const error = await failureOf(() => findOrDraft(context, { text: "你好" }));
    expect(error).toMatchObject({ code: "bad-request", message: "扫到的内容不是发票二维码的内容。" });
  });
});
