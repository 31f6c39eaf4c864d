import { describe, expect, it } from "vitest";
import { messagesOf, theFinding } from "../checking.ts";
import { payment } from "../hits/paymentHits.ts";

describe("PAY-18 大小写金额不一致", () => {
  it("says what the capitals should be", () => {
    expect(theFinding(payment({ capitalText: "陆仟元整" }), "PAY-18")).toMatchObject({
      severity: "block",
      message: "大写金额与小写不一致：大写“陆仟元整”，小写60,000.00元。",
      remedy: "请核对审批单：金额无误的，大写应为“陆万元整”。",
      figures: { capitalText: "陆仟元整", amountCents: 6_000_000 },
    });
  });

  it.each(["陆万元整", "人民币陆万圆正", "陸萬元整", "", "  "])("accepts %j", (capitalText) => {
    expect(messagesOf(payment({ capitalText }), "PAY-18")).toEqual([]);
  });

  it.each(["陆万", "六万元整", "陆万零壹元整"])("refuses %j", (capitalText) => {
    expect(messagesOf(payment({ capitalText }), "PAY-18")).toHaveLength(1);
  });
});
