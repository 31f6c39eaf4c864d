import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { theFinding } from "../checking.ts";
import { again } from "../hits/paymentHits.ts";
import { adding, changing, paymentOf } from "../sampleRows.ts";

describe("PAY-02 超本期应付", () => {
  it("tells apart what is paid, approved and asked for", () => {
    expect(theFinding(again(), "PAY-02")).toMatchObject({
      message: "2022年第1季度应付60,000.00元，已付60,000.00元，本次60,000.00元超出60,000.00元。",
      figures: { paidCents: 6_000_000, approvedCents: 0, requestedCents: 0 },
    });
    const approved = changing(again(), "payment", "payment-1", { state: "approved", paidOn: null });
    expect(theFinding(approved, "PAY-02")).toMatchObject({
      message:
        "2022年第1季度应付60,000.00元，已付0.00元、已批未付60,000.00元，本次60,000.00元超出60,000.00元。",
      figures: { paidCents: 0, approvedCents: 6_000_000, requestedCents: 0 },
    });
    const pending = changing(again(), "payment", "payment-1", { state: "pending", paidOn: null });
    const part = adding(
      changing(pending, "payment", "payment-1", { amountCents: cents(4_000_000) }),
      "payment",
      paymentOf({ id: asId("paid"), paymentNo: "FK-0", amountCents: cents(1_000_000) }),
    );
    const only = { ...part, allocation: part.allocation.slice(1) };
    expect(theFinding(only, "PAY-02").message).toBe(
      "2022年第1季度应付60,000.00元，已付10,000.00元、在途申请40,000.00元，本次60,000.00元超出50,000.00元。",
    );
  });
});
