import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fundKinds, fundUse, splitFunds } from "#shared/budget/fundUse.ts";
import { addCents, cents, sumCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import { adding, paymentOf, rightRows } from "../rules/sampleRows.ts";

const projectId = asId("project-1");

/** 66,630.00 is paid by the end of April. */
function use(carryOver: number, changes: Partial<FactRows> = {}, asOf = "2022-04-30") {
  const rows = adding({ ...rightRows, ...changes }, "fundingSource", {
    id: asId("funding-carryOver"),
    projectId,
    scope: "annual",
    kind: "carryOver",
    amountCents: cents(carryOver),
  });
  return fundUse(buildFacts(rows, isoDate(asOf)), projectId);
}

const last: Partial<FactRows> = {
  setting: [{ id: asId("setting"), key: "budget.carryOver", valueJson: '"last"' }],
};

describe("资金来源的使用", () => {
  it("takes 上年结转 first, and then this year's appropriation", () => {
    const { sources, parts, beyondCents } = use(6_200_000);
    expect(sources).toEqual([
      { kind: "carryOver", amountCents: 6_200_000, usedCents: 6_200_000, leftCents: 0 },
      { kind: "currentAppropriation", amountCents: 26_652_000, usedCents: 463_000, leftCents: 26_189_000 },
      { kind: "other", amountCents: 0, usedCents: 0, leftCents: 0 },
    ]);
    expect(parts.map((part) => part.cents)).toEqual([
      { carryOver: 6_000_000, currentAppropriation: 0, other: 0 },
      { carryOver: 200_000, currentAppropriation: 463_000, other: 0 },
    ]);
    expect(beyondCents).toBe(0);
  });

  it("takes it last where the office chose so", () => {
    const { order, sources } = use(6_200_000, last);
    expect(order).toBe("last");
    expect(sources.map(({ kind, usedCents }) => [kind, usedCents])).toEqual([
      ["currentAppropriation", 6_663_000],
      ["other", 0],
      ["carryOver", 0],
    ]);
  });

  it("gives a refund back to what was taken last, on its day", () => {
    const back = paymentOf({
      id: asId("back"),
      paymentNo: "FK-2022-009",
      amountCents: cents(-700_000),
      paidOn: isoDate("2022-04-20"),
    });
    const refunded = { payment: [...rightRows.payment, back] };
    expect(use(6_200_000, refunded).sources[0]).toMatchObject({ usedCents: 5_963_000 });
    expect(use(6_200_000, refunded).parts.at(-1)?.cents).toEqual({
      carryOver: -237_000,
      currentAppropriation: -463_000,
      other: 0,
    });
    expect(use(6_200_000, refunded, "2022-04-19").sources[0]).toMatchObject({ usedCents: 6_200_000 });
  });

  it("says what was paid beyond all sources, and of a project without any takes the budget", () => {
    const facts = (rows: FactRows) => fundUse(buildFacts(rows, isoDate("2022-04-30")), projectId);
    const poor = rightRows.fundingSource.map((row) => ({ ...row, amountCents: cents(6_000_000) }));
    expect(facts({ ...rightRows, fundingSource: poor }).beyondCents).toBe(663_000);
    expect(facts({ ...rightRows, fundingSource: [] })).toMatchObject({
      sources: [{ amountCents: 0 }, { amountCents: 26_652_000, usedCents: 6_663_000 }, { amountCents: 0 }],
    });
  });

  it("shares out every 分 and takes no source below zero or above what it has", () => {
    const amount = fc.integer({ min: 0, max: 1_000 }).map(cents);
    const amounts = fc.record({ carryOver: amount, currentAppropriation: amount, other: amount });
    const total = fc.integer({ min: -500, max: 4_000 }).map(cents);
    fc.assert(
      fc.property(total, amounts, fc.constantFrom("first", "last"), (sum, has, order) => {
        const { cents: taken, beyondCents } = splitFunds(sum, has, order);
        expect(addCents(...fundKinds.map((kind) => taken[kind]), beyondCents)).toBe(sum);
        for (const kind of fundKinds) {
          expect(taken[kind]).toBeGreaterThanOrEqual(0);
          expect(taken[kind]).toBeLessThanOrEqual(has[kind]);
        }
        if (beyondCents > 0) expect(sumCents(Object.values(taken))).toBe(sumCents(Object.values(has)));
      }),
    );
  });
});
