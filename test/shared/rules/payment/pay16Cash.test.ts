import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { setting } from "../hits/hit.ts";
import { payment } from "../hits/paymentHits.ts";

describe("PAY-16 公务卡/现金结算", () => {
  it("hints at listed expenses paid in cash, by code or by purpose", () => {
    expect(theFinding(payment({ method: "cash", economicCode: "30202" }), "PAY-16")).toMatchObject({
      severity: "hint",
      message: "现金支付印刷费60,000.00元，该类支出应使用公务卡或转账结算。",
      figures: { category: "印刷费", amountCents: 6_000_000 },
    });
    const trip = payment({ method: "cash", economicCode: "30299", purpose: "4月差旅费报销" });
    expect(messagesOf(trip, "PAY-16")).toEqual([
      "现金支付差旅费60,000.00元，该类支出应使用公务卡或转账结算。",
    ]);
  });

  it("lets other ways and other expenses be, and money that came back", () => {
    expect(messagesOf(payment({ method: "officialCard", economicCode: "30202" }), "PAY-16")).toEqual([]);
    expect(messagesOf(payment({ method: "cash", economicCode: "30305" }), "PAY-16")).toEqual([]);
    const back = payment({ method: "cash", economicCode: "30202", amountCents: cents(-1) });
    expect(messagesOf(back, "PAY-16")).toEqual([]);
  });

  it("goes by the office's list and its code table", () => {
    const aid = payment({ method: "cash", economicCode: "39999" });
    const named = {
      ...aid,
      economicCode: [
        {
          id: asId("code"),
          code: "39999",
          name: "慰问支出",
          validFrom: null,
          validTo: null,
          confirmed: 1 as const,
        },
      ],
    };
    expect(messagesOf(setting("PAY-16", { categories: "慰问" }, named), "PAY-16")).toHaveLength(1);
    expect(messagesOf(setting("PAY-16", { categories: "" }, named), "PAY-16")).toEqual([]);
  });
});
