import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cents, cents, sumCents } from "#shared/kernel/cents.ts";
import { addDays, isoDate, maxDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Contract, Supplement } from "#shared/model/contract.ts";
import { contractEnd, contractSum } from "#shared/schedule/contractTerm.ts";
import type { InstalmentDraft } from "#shared/schedule/draft.ts";
import { type FreePlanOptions, planContract } from "./onWeekends.ts";
import { contractOf, supplementOf } from "./samples.ts";

const supplementKinds = ["amount", "price", "term", "suspend", "resume", "terminate"] as const;

const amounts = (drafts: readonly InstalmentDraft[]) => drafts.map((draft) => draft.amountCents);
const plan = (changes: Partial<Contract>, options?: FreePlanOptions) =>
  planContract(contractOf(changes), [], options);

const someContract = fc
  .record({
    kind: fc.constantFrom("quarterly", "monthly", "oneOff", "milestone"),
    amount: fc.integer({ min: 0, max: 1_000_000_000_00 }),
    startOffset: fc.integer({ min: 0, max: 900 }),
    days: fc.integer({ min: 0, max: 1_200 }),
    advance: fc.integer({ min: 0, max: 50 }),
    retentionBp: fc.integer({ min: 0, max: 5_000 }),
    advanceOffset: fc.constantFrom("even", "first", "last"),
    timing: fc.constantFrom("periodStart", "periodEnd", "afterInvoiceAndAcceptance"),
  })
  .map(({ kind, amount, startOffset, days, advance, advanceOffset, retentionBp, timing }) => {
    const startDate = addDays(isoDate("2020-01-01"), startOffset);
    return contractOf({
      kind,
      amountCents: cents(amount),
      startDate,
      endDate: addDays(startDate, days),
      advanceCents: cents(Math.trunc((amount * advance) / 100)),
      advanceOffset,
      retentionBp,
      payTiming: timing,
    });
  });

const someSupplements = fc.array(
  fc.record({
    kind: fc.constantFrom(...supplementKinds),
    offset: fc.integer({ min: -30, max: 1_500 }),
    delta: fc.oneof(
      fc.integer({ min: 0, max: 1_000_000_00 }),
      fc.integer({ min: -1_000_000_00, max: 0 }),
      fc.constant(0),
    ),
    days: fc.option(fc.integer({ min: -200, max: 400 })),
  }),
  { maxLength: 5 },
);

/** A contract and any history of supplements: more, less, longer, shorter, suspended, resumed, ended, never or twice. */
const withSupplements = fc.tuple(someContract, someSupplements).map(([contract, list]) => {
  const supplements = list
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ kind, offset, delta, days }, index) =>
      supplementOf({
        supplementNo: `补-${index}`,
        kind,
        effectiveOn: addDays(contract.startDate, offset),
        deltaCents: cents(delta),
        newEndDate:
          days === null || kind === "suspend" || kind === "resume" ? null : addDays(contract.endDate, days),
      }),
    );
  return { contract, supplements };
});

/** The plan, or undefined where an advance is more than the sum or a supplement takes away more than there is. */
function planOf(
  contract: Contract,
  supplements: readonly Supplement[],
): readonly InstalmentDraft[] | undefined {
  try {
    return planContract(contract, supplements);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.message).toMatch(/大于合同金额/);
    return undefined;
  }
}

describe("every plan", () => {
  it("adds up to the contract's sum, whatever advance, retention, offset and supplements, and nothing is negative", () => {
    let planned = 0;
    fc.assert(
      fc.property(withSupplements, ({ contract, supplements }) => {
        const drafts = planOf(contract, supplements);
        if (drafts === undefined) return;
        planned += 1;
        expect(sumCents(amounts(drafts))).toBe(contractSum(contract, supplements));
        expect(drafts.every((draft) => draft.amountCents >= 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(planned).toBeGreaterThan(100);
  });

  it("covers the term without gap or overlap", () => {
    fc.assert(
      fc.property(withSupplements, ({ contract, supplements }) => {
        const drafts = planOf(contract, supplements);
        if (drafts === undefined) return;
        const regular = drafts.filter((draft) => draft.kind === "regular");
        expect(regular[0]?.periodFrom).toBe(contract.startDate);
        expect(regular.at(-1)?.periodTo).toBe(
          maxDate(contract.startDate, contractEnd(contract, supplements)),
        );
        for (const [index, draft] of regular.slice(1).entries()) {
          const before = regular[index];
          expect(before && addDays(before.periodTo, 1)).toBe(draft.periodFrom);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("adds up for milestones at any days, even several on one", () => {
    const milestones = fc.array(
      fc.record({ day: fc.integer({ min: 0, max: 6 }), amount: fc.integer({ min: 0, max: 1e10 }) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(milestones, someSupplements, (rows, list) => {
        const table = rows.map(({ day, amount }, index) => ({
          seq: index + 1,
          name: `付款节点${index + 1}`,
          dueOn: addDays(isoDate("2022-01-01"), day * 50),
          amountCents: cents(amount),
        }));
        const contract = contractOf({
          kind: "milestone",
          amountCents: sumCents(table.map((row) => row.amountCents)),
        });
        const supplements = list.map(({ delta, offset }, index) =>
          supplementOf({
            supplementNo: `补-${index}`,
            effectiveOn: addDays(contract.startDate, offset),
            deltaCents: cents(Math.abs(delta)),
          }),
        );
        const drafts = planContract(contract, supplements, { milestones: table });
        expect(drafts).toHaveLength(table.length);
        expect(sumCents(amounts(drafts))).toBe(contractSum(contract, supplements));
      }),
    );
  });

  it("does not depend on the order of the supplements", () => {
    fc.assert(
      fc.property(withSupplements, ({ contract, supplements }) => {
        expect(planOf(contract, supplements.toReversed())).toEqual(planOf(contract, supplements));
      }),
    );
  });

  it("adds up for any shares that are a whole", () => {
    const shares = fc.array(fc.integer({ min: 0, max: 2_500 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), shares, (amount, first) => {
        const sharesBp = [...first, 10_000 - first.reduce((sum, share) => sum + share, 0)];
        const drafts = plan({ amountCents: cents(amount) as Cents }, { shape: { kind: "shares", sharesBp } });
        expect(sumCents(amounts(drafts))).toBe(amount);
      }),
    );
  });
});
