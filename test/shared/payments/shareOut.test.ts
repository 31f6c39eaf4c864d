import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { type Open, shareOut } from "#shared/payments/shareOut.ts";

const paper = (id: string, freeCents: number): Open => ({ id: asId(id), freeCents: cents(freeCents) });
const told = (amount: number, instalments: readonly Open[], invoices: readonly Open[]) => {
  const { parts, leftCents } = shareOut(cents(amount), instalments, invoices);
  return [...parts.map((part) => `${part.instalmentId} ${part.invoiceId} ${part.amountCents}`), leftCents];
};

describe("an amount laid over papers", () => {
  it("meets instalment and invoice wherever they overlap", () => {
    expect(told(100, [paper("q1", 60), paper("q2", 60)], [paper("a", 80), paper("b", 50)])).toEqual([
      "q1 a 60",
      "q2 a 20",
      "q2 b 20",
      0,
    ]);
  });

  it("stands alone where the other side has nothing left, and says what finds no paper", () => {
    expect(told(100, [paper("q1", 30)], [paper("a", 80)])).toEqual(["q1 a 30", "null a 50", 20]);
    expect(told(10, [], [])).toEqual([10]);
    expect(told(10, [paper("q1", 0), paper("q2", -5)], [])).toEqual([10]);
  });

  it("never takes more of a paper than is left, nor more than there is, and loses nothing", () => {
    const papers = (prefix: string) =>
      fc
        .array(fc.integer({ min: -5, max: 50 }), { maxLength: 5 })
        .map((list) => list.map((free, index) => paper(`${prefix}${index}`, free)));
    fc.assert(
      fc.property(fc.nat(200), papers("q"), papers("i"), (amount, instalments, invoices) => {
        const { parts, leftCents } = shareOut(cents(amount), instalments, invoices);
        expect(sumCents(parts.map((part) => part.amountCents)) + leftCents).toBe(amount);
        expect(leftCents).toBeGreaterThanOrEqual(0);
        for (const { id, freeCents } of [...instalments, ...invoices]) {
          const own = parts.filter((part) => part.instalmentId === id || part.invoiceId === id);
          expect(sumCents(own.map((part) => part.amountCents))).toBeLessThanOrEqual(Math.max(0, freeCents));
        }
        for (const { amountCents } of parts) expect(amountCents).toBeGreaterThan(0);
      }),
    );
  });
});
