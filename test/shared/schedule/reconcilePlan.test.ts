import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Instalment } from "#shared/model/contract.ts";
import type { InstalmentDraft } from "#shared/schedule/draft.ts";
import { type PlannedInstalment, reconcilePlan } from "#shared/schedule/reconcilePlan.ts";
import { planContract } from "./onWeekends.ts";
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
  holds: [],
});
const paid = { holds: ["payment"] } as const;

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
    const existing = present.map(untouched).map((row, index) => (index < 2 ? { ...row, ...paid } : row));
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
    expect(result.locked.map(({ why }) => why)).toEqual([["payment"], ["payment"]]);
  });

  it("makes up for what is used on what is free, so that the plan adds up", () => {
    const existing = present.map(untouched).map((row, index) => (index < 2 ? { ...row, ...paid } : row));
    const result = reconcilePlan(existing, dearer, { makeUp: true });
    expect(result.locked.map(({ before, after }) => [before.amountCents, after?.amountCents])).toEqual([
      [6_000_000, 7_000_000],
      [6_000_000, 7_000_000],
    ]);
    expect(result.change.map(({ after }) => after.amountCents)).toEqual([8_000_000, 8_000_000]);
    expect(result.differenceCents).toBe(0);
  });

  it("says what cannot be made up for", () => {
    const existing = present.map((draft) => ({ ...untouched(draft), ...paid }));
    expect(reconcilePlan(existing, dearer, { makeUp: true }).differenceCents).toBe(-4_000_000);
    const less = planContract(contractOf({ amountCents: cents(10_000_000) }), []);
    const half = present.map(untouched).map((row, index) => (index < 2 ? { ...row, ...paid } : row));
    const result = reconcilePlan(half, less, { makeUp: true });
    expect(result.change.map(({ after }) => after.amountCents)).toEqual([0, 0]);
    expect(result.differenceCents).toBe(2_000_000);
  });

  it("changes a retention that moves with the end instead of adding another", () => {
    const terms = { retentionBp: 500 } as const;
    const before = planContract(contractOf(terms), []).map(untouched);
    const longer = planContract(contractOf({ ...terms, endDate: isoDate("2023-03-31") }), []);
    const result = reconcilePlan(before, longer);
    expect(result.add.map((row) => row.label)).toEqual(["2023年第1季度"]);
    expect(result.change.at(-1)?.after).toMatchObject({ kind: "retention", periodFrom: "2023-03-31" });
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
    const used = present.map(untouched).map((row) => ({ ...row, ...paid }));
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

  it("adds up to the new sum, touches nothing used, leaves nothing negative, and twice is once", () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    const kind = fc.constantFrom("quarterly" as const, "monthly" as const, "oneOff" as const);
    const end = fc.constantFrom("2022-03-31", "2022-08-15", "2022-12-31", "2023-05-31").map(isoDate);
    const uses = fc.array(fc.record({ used: fc.boolean(), deduction: fc.nat(400_000) }), {
      minLength: 20,
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        amount,
        amount,
        kind,
        kind,
        end,
        uses,
        (before, after, kindBefore, kindAfter, endDate, marks) => {
          const old = planContract(contractOf({ amountCents: cents(before), kind: kindBefore }), []);
          const next = planContract(contractOf({ amountCents: cents(after), kind: kindAfter, endDate }), []);
          const existing = old.map(untouched).map(({ instalment }, index): PlannedInstalment => {
            const { used = false, deduction = 0 } = marks[index] ?? {};
            const deductionCents = cents(Math.min(deduction, instalment.amountCents));
            return { instalment: { ...instalment, deductionCents }, holds: used ? paid.holds : [] };
          });
          const result = reconcilePlan(existing, next, { makeUp: true });
          const staying = [...result.keep, ...result.locked.map((row) => row.before)];
          for (const { instalment, holds } of existing)
            if (holds.length > 0) expect(staying).toContain(instalment);
          const plan = [...result.add, ...result.change.map((row) => row.after), ...staying];
          expect(plan.every((row) => row.amountCents >= row.deductionCents)).toBe(true);
          const total = sumCents(plan.map((row) => row.amountCents));
          expect(total - after).toBe(result.differenceCents);
          const isFree = [...result.add, ...result.change.map((row) => row.after)].some(
            (row) => row.amountCents > 0,
          );
          if (isFree) expect(result.differenceCents).toBe(0);
          const applied = [
            ...existing.filter(({ instalment }) => staying.includes(instalment)),
            ...[...result.add, ...result.change.map((row) => row.after)].map(untouched),
          ];
          expect(reconcilePlan(applied, next, { makeUp: true })).toMatchObject({
            add: [],
            change: [],
            remove: [],
          });
        },
      ),
      { numRuns: 400 },
    );
  });
});
