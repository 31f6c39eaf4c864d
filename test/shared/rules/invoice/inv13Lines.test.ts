import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { withGoods } from "../hits/invoiceHits.ts";
import { goodsOf, rightRows } from "../sampleRows.ts";

const number = "22312000000000000017";

describe("INV-13 明细与汇总不符", () => {
  it("compares gross, net and tax, the gross first", () => {
    expect(theFinding(withGoods({ grossCents: cents(5_000_000) }), "INV-13")).toMatchObject({
      severity: "block",
      message: `发票${number}价税合计：明细合计50,000.00元与发票合计60,000.00元不一致。`,
      figures: { linesCents: 5_000_000, headerCents: 6_000_000, differenceCents: -1_000_000 },
    });
    expect(messagesOf(withGoods({ netCents: cents(5_660_379) }), "INV-13")).toEqual([
      `发票${number}金额：明细合计56,603.79元与发票合计56,603.77元不一致。`,
    ]);
    expect(messagesOf(withGoods({ taxCents: cents(0) }), "INV-13")).toEqual([
      `发票${number}税额：明细合计0.00元与发票合计3,396.23元不一致。`,
    ]);
  });

  it("adds lines and discounts up, and bears one 分", () => {
    const half = goodsOf({
      netCents: cents(3_000_000),
      taxCents: cents(180_000),
      grossCents: cents(3_180_000),
    });
    const rest = goodsOf({
      netCents: cents(2_760_377),
      taxCents: cents(165_623),
      grossCents: cents(2_926_000),
    });
    const discount = goodsOf({
      netCents: cents(-100_000),
      taxCents: cents(-6_000),
      grossCents: cents(-106_000),
    });
    const lines = (...invoiceGoods: readonly ReturnType<typeof goodsOf>[]) => ({
      ...rightRows,
      invoiceGoods,
    });
    expect(messagesOf(lines(half, rest, discount), "INV-13")).toEqual([]);
    expect(messagesOf(lines(half, rest), "INV-13")).toHaveLength(1);
    expect(messagesOf(withGoods({ grossCents: cents(5_999_999) }), "INV-13")).toEqual([]);
    expect(messagesOf(withGoods({ grossCents: cents(5_999_998) }), "INV-13")).toHaveLength(1);
  });

  it("asks for no lines", () => {
    expect(messagesOf({ ...rightRows, invoiceGoods: [] }, "INV-13")).toEqual([]);
  });
});
