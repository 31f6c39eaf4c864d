import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { redOf } from "../hits/invoiceHits.ts";
import { refundOf } from "../hits/paymentHits.ts";
import { adding, allocationOf, changing, rightRows } from "../sampleRows.ts";

const number = "22312000000000000017";
const dead = changing(rightRows, "invoice", "invoice-1", { status: "void" });

describe("INV-05 已付发票状态变化", () => {
  it.each([
    ["void", "已作废"],
    ["redFull", "已红冲-全额"],
  ] as const)("finds a paid invoice that is %s now", (status, word) => {
    const finding = theFinding(changing(rightRows, "invoice", "invoice-1", { status }), "INV-05");
    expect(finding).toMatchObject({
      severity: "block",
      message: `已付款发票${number}状态变为“${word}”，请追回款项或换票。`,
      figures: { status, grossCents: 6_000_000, paidCents: 6_000_000 },
    });
    expect(finding.remedy).toContain("已付60,000.00元（付款单FK-2022-001）");
  });

  it("sees through red invoices although the status is still normal", () => {
    const half = redOf(3_000_000);
    expect(messagesOf(adding(rightRows, "invoice", half), "INV-05")).toEqual([]);
    const other = redOf(3_000_000, { id: asId("red-2"), number: "22312000000000000091" });
    expect(messagesOf(adding(rightRows, "invoice", half, other), "INV-05")).toEqual([
      `已付款发票${number}状态变为“已红冲-全额”，请追回款项或换票。`,
    ]);
  });

  it("is content when the money came back, and leaves what is not paid to INV-03", () => {
    const back = adding(
      adding(dead, "payment", refundOf(6_000_000)),
      "allocation",
      allocationOf({ id: asId("back"), paymentId: asId("refund"), amountCents: cents(-6_000_000) }),
    );
    expect(messagesOf(back, "INV-05")).toEqual([]);
    expect(messagesOf(back, "INV-05", "2022-04-19")).toHaveLength(1);
    const asked = changing(dead, "payment", "payment-1", { state: "approved", paidOn: null });
    expect([messagesOf(asked, "INV-05"), messagesOf(asked, "INV-03").length]).toEqual([[], 1]);
  });
});
