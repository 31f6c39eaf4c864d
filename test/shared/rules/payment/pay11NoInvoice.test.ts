import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { messagesOf, rulesOf } from "../checking.ts";
import { adding, allocationOf, changing, paymentOf, rightRows } from "../sampleRows.ts";

describe("PAY-11 无票付款", () => {
  it("finds a payment without an invoice, unless it is an advance", () => {
    const bare = changing(rightRows, "allocation", "allocation-1", { invoiceId: null });
    expect(messagesOf(bare, "PAY-11")).toEqual(["无票付款：付款60,000.00元没有关联发票。"]);
    expect(messagesOf(changing(bare, "payment", "payment-1", { isAdvance: 1 }), "PAY-11")).toEqual([]);
  });

  it("finds a payment larger than its invoices, net of red ones", () => {
    const smaller = changing(rightRows, "invoice", "invoice-1", {
      netCents: cents(5_000_000),
      taxCents: cents(0),
      grossCents: cents(5_000_000),
    });
    expect(messagesOf(smaller, "PAY-11")).toEqual(["付款60,000.00元大于发票50,000.00元，差10,000.00元。"]);
  });

  it("counts what is free of an invoice although less of it is allocated, but not what others used", () => {
    const half = changing(rightRows, "allocation", "allocation-1", { amountCents: cents(3_000_000) });
    expect(messagesOf(half, "PAY-11")).toEqual([]);
    const other = paymentOf({
      id: asId("other"),
      paymentNo: "FK-2022-000",
      amountCents: cents(3_000_000),
      paidOn: isoDate("2022-04-11"),
    });
    const part = allocationOf({
      id: asId("other-part"),
      paymentId: other.id,
      instalmentId: null,
      amountCents: cents(3_000_000),
    });
    const shared = adding(adding(half, "payment", other), "allocation", part);
    expect(messagesOf(shared, "PAY-11")).toEqual(["付款60,000.00元大于发票30,000.00元，差30,000.00元。"]);
  });

  it("does not say again what INV-02 and INV-03 say", () => {
    const dead = changing(rightRows, "invoice", "invoice-1", { status: "void" });
    expect(rulesOf(dead)).toEqual(["INV-05"]);
    const asked = changing(dead, "payment", "payment-1", { state: "pending", paidOn: null });
    expect(messagesOf(asked, "PAY-11")).toEqual([]);
  });
});
