import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Instalment } from "#shared/model/contract.ts";
import type { InstalmentDraft } from "#shared/schedule/draft.ts";
import { planContract } from "#shared/schedule/planContract.ts";
import { type PlannedInstalment, reconcilePlan } from "#shared/schedule/reconcilePlan.ts";
import { contractOf } from "./samples.ts";

const stored = (draft: InstalmentDraft): Instalment => ({
  ...draft,
  id: asId(`i-${draft.seq}`),
  contractId: asId("contract-1"),
  voidedAt: null,
  voidReason: null,
});

const untouched = (draft: InstalmentDraft): PlannedInstalment => ({
  instalment: stored(draft),
  isUsed: false,
});

const present = planContract(contractOf(), []);
const dearer = planContract(contractOf({ amountCents: cents(28_000_000) }), []);

describe("reconcilePlan", () => {
  it("keeps a plan that is already there, with its deductions", () => {
    const existing = present.map(untouched).map((row) => ({
      ...row,
      instalment: { ...row.instalment, deductionCents: cents(100) },
    }));
    const result = reconcilePlan(existing, present);
    expect(result.keep.map((row) => row.deductionCents)).toEqual([100, 100, 100, 100]);
    expect(result).toMatchObject({ add: [], change: [], remove: [], locked: [], differenceCents: 0 });
  });

  it("changes what is free and leaves what is used", () => {
    const existing = present.map(untouched).map((row, index) => ({ ...row, isUsed: index < 2 }));
    const result = reconcilePlan(existing, dearer);
    expect(result.locked.map(({ before, after }) => [before.seq, after?.amountCents])).toEqual([
      [1, 7_000_000],
      [2, 7_000_000],
    ]);
    expect(result.change.map(({ before, after }) => [before.amountCents, after.amountCents])).toEqual([
      [6_000_000, 7_000_000],
      [6_000_000, 7_000_000],
    ]);
    expect(result.differenceCents).toBe(-2_000_000);
  });

  it("leaves what would be less than its deduction", () => {
    const existing = present.map(untouched).map((row) => ({
      ...row,
      instalment: { ...row.instalment, deductionCents: cents(row.instalment.seq === 3 ? 5_000_001 : 0) },
    }));
    const cheaper = planContract(contractOf({ amountCents: cents(20_000_000) }), []);
    const { locked, change, differenceCents } = reconcilePlan(existing, cheaper);
    expect(locked.map(({ before }) => before.seq)).toEqual([3]);
    expect(change.map(({ before }) => before.seq)).toEqual([1, 2, 4]);
    expect(differenceCents).toBe(1_000_000);
  });

  it("adds and removes, but never what is used", () => {
    const half = planContract(contractOf({ endDate: isoDate("2022-06-30") }), []);
    const removed = reconcilePlan(present.map(untouched), half);
    expect(removed.remove.map((row) => row.seq)).toEqual([3, 4]);
    const used = present.map(untouched).map((row) => ({ ...row, isUsed: true }));
    expect(reconcilePlan(used, half).remove).toEqual([]);
    expect(reconcilePlan(used, half).locked.at(-1)).toMatchObject({ before: { seq: 4 }, after: null });
    expect(reconcilePlan(half.map(untouched), present).add.map((row) => row.label)).toEqual([
      "2022年第3季度",
      "2022年第4季度",
    ]);
  });

  it("numbers what it adds around what stays", () => {
    const late = planContract(contractOf({ startDate: isoDate("2022-07-01") }), []);
    const result = reconcilePlan(late.map(untouched), present);
    const numbers = [...result.add, ...result.change.map(({ after }) => after)].map((row) => row.seq);
    expect(new Set(numbers).size).toBe(4);
  });

  it("tells two milestones on one day apart", () => {
    const drafts = present.map((draft) => ({ ...draft, periodFrom: isoDate("2022-03-31") }));
    expect(reconcilePlan(drafts.map(untouched), drafts).keep).toHaveLength(4);
  });

  it("applied, gives the new plan wherever nothing is locked, and gives it again", () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    const kind = fc.constantFrom("quarterly" as const, "monthly" as const, "oneOff" as const);
    fc.assert(
      fc.property(amount, amount, kind, kind, (before, after, kindBefore, kindAfter) => {
        const old = planContract(contractOf({ amountCents: cents(before), kind: kindBefore }), []);
        const next = planContract(contractOf({ amountCents: cents(after), kind: kindAfter }), []);
        const result = reconcilePlan(old.map(untouched), next);
        const plan = [...result.keep, ...result.add, ...result.change.map(({ after }) => after)];
        expect(sumCents(plan.map((row) => row.amountCents))).toBe(after);
        expect(result.differenceCents).toBe(0);
        const again = reconcilePlan(plan.map(untouched), next);
        expect(again).toMatchObject({ add: [], change: [], remove: [], locked: [] });
      }),
    );
  });
});
