import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { goods } from "#engine/sample/goods.ts";
import {
  type InvoiceDraft,
  invoiceNumber,
  invoiceRow,
  priceLine,
  redOf,
} from "#engine/sample/invoiceDraft.ts";
import { digital, electronic, paper } from "#engine/sample/tickets.ts";
import { cents, multiplyToCents } from "#shared/kernel/cents.ts";

const line = goods("*日用杂品*防汛沙袋", "只", 7, cents(10_000));
const blue: InvoiceDraft = {
  key: "blue",
  ticket: electronic("00000123"),
  vendor: "supplies",
  issuedAt: "2022-05-06 09:00:00",
  lines: [line],
  status: "redFull",
};

describe("priceLine", () => {
  it("takes the tax out of the gross amount, half up", () => {
    expect(priceLine(line)).toEqual({
      quantity: "7",
      unitPrice: "12.64285714",
      netCents: 8850,
      taxCents: 1150,
      grossCents: 10_000,
    });
    expect(priceLine({ ...line, rate: "免税" })).toMatchObject({ netCents: 10_000, taxCents: 0 });
  });

  it("leaves no part of a discount line out", () => {
    const { quantity: _, ...discounted } = line;
    expect(priceLine({ ...discounted, gross: cents(-10_000) })).toEqual({
      quantity: null,
      unitPrice: null,
      netCents: -8850,
      taxCents: -1150,
      grossCents: -10_000,
    });
  });

  it("makes prices and taxes that an invoice check would let pass", () => {
    const amount = fc.integer({ min: 1, max: 100_000_000 });
    const rate = fc.constantFrom("13%", "9%", "6%", "3%", "免税");
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 500 }), rate, (gross, quantity, taxRate) => {
        const priced = priceLine({ ...line, gross: cents(gross), quantity, rate: taxRate });
        const percent = taxRate === "免税" ? 0 : Number.parseInt(taxRate, 10);
        expect(Math.abs(priced.netCents * percent - priced.taxCents * 100)).toBeLessThanOrEqual(100);
        if (priced.quantity === null || priced.unitPrice === null) throw new Error("a price was expected");
        const again = multiplyToCents(priced.quantity, priced.unitPrice);
        expect(Math.abs(again - priced.netCents)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("invoiceNumber", () => {
  it("brings the three generations to one number each", () => {
    expect(invoiceNumber(digital("000071204415"))).toBe("22312000000071204415");
    expect(invoiceNumber(electronic("00000123"))).toBe("03100220011100000123");
    expect(invoiceNumber(paper("08831207"))).toBe("3100221350-08831207");
  });
});

describe("redOf", () => {
  it("mirrors the amounts and says which invoice it takes back", () => {
    const red = invoiceRow(
      redOf(blue, { key: "red", ticket: electronic("00000456"), issuedAt: "2022-05-09 09:00:00" }),
    );
    expect(red).toMatchObject({
      isRed: 1,
      status: "normal",
      grossCents: -10_000,
      issueDate: "2022-05-09",
      blueNumber: "03100220011100000123",
      remark: "被红冲蓝字发票代码：031002200111 号码：00000123",
    });
    expect(invoiceRow(blue)).toMatchObject({ isRed: 0, status: "redFull", blueNumber: null });
  });

  it("refuses a date that is none", () => {
    expect(() => invoiceRow({ ...blue, issuedAt: "2022-02-30 09:00:00" })).toThrow(RangeError);
  });
});
