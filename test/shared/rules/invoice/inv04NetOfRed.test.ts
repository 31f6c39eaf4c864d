import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { findingsOf, theFinding } from "../checking.ts";
import { redOf } from "../hits/invoiceHits.ts";
import { adding, allocationOf, paymentOf, rightRows } from "../sampleRows.ts";

const gross = 6_000_000;

/** Payments on the first invoice, and red invoices against it that came after them. */
function ledger(paid: readonly number[], reds: readonly number[]): FactRows {
  const payments = paid.map((amount, index) =>
    paymentOf({ id: asId(`p-${index}`), paymentNo: `FK-${index}`, amountCents: cents(amount) }),
  );
  const parts = paid.map((amount, index) =>
    allocationOf({
      id: asId(`a-${index}`),
      paymentId: asId(`p-${index}`),
      instalmentId: null,
      amountCents: cents(amount),
    }),
  );
  const invoices = reds.map((amount, index) =>
    redOf(amount, { id: asId(`red-${index}`), number: `2231200000000000100${index}` }),
  );
  return adding({ ...rightRows, payment: payments, allocation: parts }, "invoice", ...invoices);
}

const amounts = fc.array(fc.integer({ min: 1, max: 2_500_000 }), { minLength: 1, maxLength: 4 });

describe("what may be paid on an invoice", () => {
  it("is its gross less the red invoices, whether they came before or after the payment", () => {
    fc.assert(
      fc.property(amounts, amounts, (paid, reds) => {
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        const net = gross - sum(reds);
        const about = findingsOf(ledger(paid, reds)).filter(({ ruleId }) =>
          ["INV-02", "INV-04", "INV-05"].includes(ruleId),
        );
        expect(about.length > 0).toBe(sum(paid) > Math.max(0, net));
        // Each payment that goes beyond is told once, by one of the three.
        const payments = about.map(({ subjects }) => subjects[1]?.id);
        expect(new Set(payments).size).toBe(payments.length);
        const rulesFound = new Set(about.map(({ ruleId }) => ruleId));
        if (net <= 0) expect([...rulesFound]).toEqual(["INV-05"]);
        else expect(rulesFound.has("INV-02")).toBe(sum(paid) > gross);
      }),
      { numRuns: 200 },
    );
  });

  it("is told with the excess, and forgotten before the day of the red invoice", () => {
    const rows = ledger([6_000_000], [1_000_000]);
    expect(theFinding(rows, "INV-04")).toMatchObject({
      severity: "block",
      message:
        "发票22312000000000000017已部分红冲，可付金额为50,000.00元，已使用60,000.00元，超出10,000.00元。",
      figures: { grossCents: gross, payableCents: 5_000_000, usedCents: 6_000_000, excessCents: 1_000_000 },
    });
    expect(theFinding(rows, "INV-04").remedy).toContain("追回10,000.00元");
    expect(findingsOf(rows, "2022-04-19").some(({ ruleId }) => ruleId === "INV-04")).toBe(false);
    const exact = ledger([5_000_000], [1_000_000]);
    expect(findingsOf(exact).some(({ ruleId }) => ruleId === "INV-04")).toBe(false);
  });

  it("is to be cut where nothing is paid yet", () => {
    const rows = ledger([6_000_000], [1_000_000]);
    const asked = {
      ...rows,
      payment: rows.payment.map((row) => ({ ...row, state: "pending" as const, paidOn: null })),
    };
    expect(theFinding(asked, "INV-04").remedy).toBe("请把本付款单使用该发票的金额减少10,000.00元。");
  });
});
