import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import {
  type AllocationRow,
  fillUp,
  isBeyond,
  type LeftOf,
  leftForRows,
} from "../../../../renderer/features/payments/allocations.ts";

const row = (
  instalmentId: string | null,
  invoiceId: string | null,
  amount: number | null = null,
): AllocationRow => ({
  key: `${instalmentId} ${invoiceId}`,
  instalmentId: instalmentId === null ? null : asId(instalmentId),
  invoiceId: invoiceId === null ? null : asId(invoiceId),
  amountCents: amount === null ? null : cents(amount),
});

const leftOf = (instalments: Record<string, number>, invoices: Record<string, number>): LeftOf => ({
  instalment: (id) => (id in instalments ? cents(instalments[id] ?? 0) : null),
  invoice: (id) => (id in invoices ? cents(invoices[id] ?? 0) : null),
});

describe("what is left for a line", () => {
  it("is what the lines above it leave, and too much for it stands out", () => {
    const rows = [row("q1", "a", 40), row("q1", "b", 30), row(null, "a", 5), row("x", null, 1)];
    const left = leftForRows(rows, leftOf({ q1: 60 }, { a: 50, b: 10 }));
    expect(left.map(({ instalmentCents, invoiceCents }) => [instalmentCents, invoiceCents])).toEqual([
      [60, 50],
      [20, 10],
      [null, 10],
      [null, null],
    ]);
    expect(rows.map((each, index) => isBeyond(each, left[index]?.instalmentCents ?? null))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});

describe("按剩余填满", () => {
  it("fills from the top until the payment is used up", () => {
    const rows = [row("q1", "a"), row("q2", "a"), row("q2", "b"), row("q3", null)];
    const papers = leftOf({ q1: 60, q2: 60, q3: 60 }, { a: 80, b: 100 });
    expect(fillUp(rows, cents(130), papers).map((each) => each.amountCents)).toEqual([60, 20, 40, 10]);
    expect(fillUp([row(null, null, 7)], cents(5), papers)[0]?.amountCents).toBe(5);
  });

  it("never takes more than there is, of the payment or of a paper", () => {
    const ids = fc.constantFrom("p1", "p2", null);
    const lines = fc.array(fc.tuple(ids, ids), { maxLength: 6 });
    const amounts = fc.record({ p1: fc.integer({ min: -5, max: 90 }), p2: fc.nat(90) });
    fc.assert(
      fc.property(lines, fc.nat(200), amounts, amounts, (pairs, amount, instalments, invoices) => {
        const rows = pairs.map(([instalment, invoice]) => row(instalment, invoice));
        const filled = fillUp(rows, cents(amount), leftOf(instalments, invoices));
        expect(sumCents(filled.map((each) => each.amountCents ?? cents(0)))).toBeLessThanOrEqual(amount);
        const left = leftForRows(filled, leftOf(instalments, invoices));
        for (const [index, each] of filled.entries()) {
          if ((each.amountCents ?? 0) === 0) continue;
          expect(isBeyond(each, left[index]?.instalmentCents ?? null)).toBe(false);
          expect(isBeyond(each, left[index]?.invoiceCents ?? null)).toBe(false);
        }
      }),
    );
  });
});
