import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeAmounts } from "#shared/invoices/completeAmounts.ts";
import { linesGap } from "#shared/invoices/linesGap.ts";
import { type Cents, cents } from "#shared/kernel/cents.ts";

const blue = { hasTax: true, isRed: false };
const some = (net: number | null, tax: number | null, gross: number | null) => ({
  net: net === null ? null : cents(net),
  tax: tax === null ? null : cents(tax),
  gross: gross === null ? null : cents(gross),
});

describe("the amounts of a ticket", () => {
  it("follow from any two of them", () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 }).map(cents);
    fc.assert(
      fc.property(
        amount.filter((net) => net > 0),
        amount,
        (net, tax) => {
          const amounts = { net, tax, gross: cents(net + tax) };
          const without = (left: Partial<Record<"net" | "tax" | "gross", Cents | null>>) =>
            completeAmounts({ ...amounts, ...left }, blue);
          for (const left of [{}, { net: null }, { tax: null }, { gross: null }])
            expect(without(left)).toEqual({ amounts });
        },
      ),
    );
  });

  it("must agree within one 分, as each is rounded by itself", () => {
    expect(completeAmounts(some(10_000, 600, 10_601), blue)).toHaveProperty("amounts");
    expect(completeAmounts(some(10_000, 600, 10_602), blue)).toEqual({
      fault: "金额+税额≠价税合计，差0.02元。",
    });
  });

  it("are not made up of one alone, but where there is no tax", () => {
    expect(completeAmounts(some(null, null, 10_600), blue)).toHaveProperty("fault");
    expect(completeAmounts(some(null, null, null), blue)).toHaveProperty("fault");
    expect(completeAmounts(some(null, null, 10_600), { hasTax: false, isRed: false })).toEqual({
      amounts: some(10_600, 0, 10_600),
    });
    expect(completeAmounts(some(10_000, 600, null), { hasTax: false, isRed: false })).toEqual({
      fault: expect.stringContaining("没有税额"),
    });
  });

  it("have the sign of the ticket", () => {
    expect(completeAmounts(some(-10_000, -600, null), blue)).toEqual({
      fault: expect.stringContaining("勾选“红字发票”"),
    });
    expect(completeAmounts(some(10_000, 600, null), { ...blue, isRed: true })).toEqual({
      fault: expect.stringContaining("应填负数"),
    });
    expect(completeAmounts(some(-10_000, -600, null), { ...blue, isRed: true })).toEqual({
      amounts: some(-10_000, -600, -10_600),
    });
    expect(completeAmounts(some(0, 0, null), blue)).toEqual({ fault: expect.stringContaining("不能为 0") });
  });
});

describe("its lines", () => {
  const line = (net: number, tax: number) => ({ netCents: cents(net), taxCents: cents(tax) });
  const amounts = { net: cents(10_000), tax: cents(600), gross: cents(10_600) };
  it("add up to it, a discount among them too", () => {
    expect(linesGap([], amounts)).toBeUndefined();
    expect(linesGap([line(12_000, 720), line(-2_000, -120)], amounts)).toBeUndefined();
    expect(linesGap([line(9_999, 600)], amounts)).toBeUndefined();
    expect(linesGap([line(9_998, 600)], amounts)).toBe("明细金额合计99.98元，与发票金额100.00元不一致。");
    expect(linesGap([line(10_000, 602)], amounts)).toMatch(/税额/);
  });
});
