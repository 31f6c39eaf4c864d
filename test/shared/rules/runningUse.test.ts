import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import type { PaymentFact } from "#shared/rules/paymentFacts.ts";
import { type RunningUse, runningUse } from "#shared/rules/runningUse.ts";
import { tallySum } from "#shared/rules/tally.ts";
import { day } from "./checking.ts";
import { paymentOf, rightRows } from "./sampleRows.ts";

const keyOf = ({ row }: PaymentFact): string | undefined => row.purpose || undefined;

const anyPayments = fc
  .array(
    fc.record({
      state: fc.constantFrom("draft", "pending", "approved", "paid"),
      purpose: fc.constantFrom("", "甲", "乙"),
      amountCents: fc.integer({ min: -500, max: 1_000 }).map(cents),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((payments) => {
    const payment = payments.map((row, index) =>
      paymentOf({ ...row, id: asId(`p-${index}`), paymentNo: `FK-${index}` }),
    );
    return buildFacts({ ...rightRows, payment, allocation: [] }, isoDate(day)).payments;
  });

/** The highest that use stands at after any payment of a thing. */
const highest = (payments: readonly PaymentFact[], use: RunningUse, key: string): number =>
  Math.max(
    0,
    ...payments
      .filter((payment) => keyOf(payment) === key)
      .map((payment) => {
        const counts = payment.row.amountCents >= 0 || payment.isPaid;
        return tallySum(use.before(payment)) + (counts ? payment.row.amountCents : 0);
      }),
  );

describe("what payments use one after the other", () => {
  it("is at its most what it is before some payment and with it, asked once or often", () => {
    fc.assert(
      fc.property(anyPayments, (payments) => {
        const use = runningUse(payments, keyOf);
        for (let time = 0; time < 5; time += 1)
          for (const key of ["甲", "乙", "丙"]) expect(use.most(key)).toBe(highest(payments, use, key));
      }),
      { numRuns: 60 },
    );
  });
});
