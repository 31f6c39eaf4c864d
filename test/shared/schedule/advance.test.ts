import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { BondMovement } from "#shared/model/contract.ts";
import { advanceState, type OffsetInstalment, offsetShares } from "#shared/schedule/advance.ts";
import { bondState, firstOverdrawn } from "#shared/schedule/bond.ts";
import { carryShape, presentShape } from "#shared/schedule/presentShape.ts";
import { weekendsOnly as calendar, planContract } from "./onWeekends.ts";
import { contractOf, instalmentOf, supplementOf } from "./samples.ts";

const parts = [100, 100, 100, 100].map(cents);

describe("the shares of an advance", () => {
  it.each([
    ["even", 200, [50, 50, 50, 50]],
    ["first", 150, [100, 50, 0, 0]],
    ["last", 150, [0, 0, 50, 100]],
    ["first", 500, [100, 100, 100, 100]],
  ] as const)("%s of %s are %j", (offset, advance, shares) => {
    expect(offsetShares(parts, cents(advance), offset)).toEqual(shares);
  });

  it("add up to the advance as far as the parts reach, none more than its part", () => {
    const amounts = fc.array(fc.nat(1_000_000).map(cents), { maxLength: 15 });
    const offset = fc.constantFrom("even" as const, "first" as const, "last" as const);
    fc.assert(
      fc.property(amounts, fc.nat(5_000_000).map(cents), offset, (given, advance, how) => {
        const shares = offsetShares(given, advance, how);
        expect(sumCents(shares)).toBe(Math.min(advance, sumCents(given)));
        expect(shares.every((share, index) => share >= 0 && share <= (given[index] ?? 0))).toBe(true);
      }),
    );
  });
});

describe("an advance that was paid", () => {
  const terms = { amountCents: cents(4_000), advanceCents: cents(1_000) } as const;
  const rows = (advanceOffset: "even" | "first" | "last", done: number): readonly OffsetInstalment[] =>
    planContract(contractOf({ ...terms, advanceOffset }), []).map((draft) => ({
      ...draft,
      isDone: draft.kind === "regular" && draft.seq - 1 <= done,
    }));
  it.each([
    ["even", [1_000, 750, 500, 250, 0]],
    ["first", [1_000, 0, 0, 0, 0]],
    ["last", [1_000, 1_000, 1_000, 1_000, 0]],
  ] as const)("and offset %s is open by %j as the quarters are done", (advanceOffset, open) => {
    for (const [done, openCents] of open.entries())
      expect(advanceState({ advanceOffset }, rows(advanceOffset, done), cents(1_000))).toEqual({
        paidCents: 1_000,
        offsetCents: 1_000 - openCents,
        openCents,
      });
  });

  it("is open by no more than was paid, and wholly without work", () => {
    expect(advanceState({ advanceOffset: "even" }, rows("even", 4), cents(0)).openCents).toBe(0);
    expect(advanceState({ advanceOffset: "even" }, [], cents(300)).openCents).toBe(300);
  });
});

describe("a bond", () => {
  const move = (kind: BondMovement["kind"], day: string, amount: number, voided = false): BondMovement => ({
    id: asId(`${kind} ${day}`),
    contractId: asId("contract-1"),
    kind,
    movedOn: isoDate(day),
    amountCents: cents(amount),
    instrument: "cash",
    documentNo: "",
    note: "",
    voidedAt: voided ? "2022-07-01T00:00:00Z" : null,
    voidReason: voided ? "录入有误" : null,
  });

  it("is held as of a day, without what was voided", () => {
    const movements = [
      move("release", "2022-06-01", 30),
      move("receive", "2022-01-01", 100),
      move("forfeit", "2022-06-02", 20),
      move("release", "2022-03-01", 99, true),
    ];
    expect(bondState(movements, isoDate("2022-05-31")).balanceCents).toBe(100);
    expect(bondState(movements)).toEqual({
      receivedCents: 100,
      releasedCents: 30,
      forfeitedCents: 20,
      balanceCents: 50,
    });
    expect(firstOverdrawn(movements)).toBeUndefined();
  });

  it("may go out on the day it came in, and not before", () => {
    expect(
      firstOverdrawn([move("release", "2022-01-01", 100), move("receive", "2022-01-01", 100)]),
    ).toBeUndefined();
    const early = [move("release", "2022-01-01", 100), move("receive", "2022-01-02", 100)];
    expect(firstOverdrawn(early)).toMatchObject({ movement: { kind: "release" }, missingCents: 100 });
  });
});

describe("the present shape of a plan", () => {
  const stored = (...args: Parameters<typeof planContract>) =>
    planContract(...args).map((draft) => instalmentOf({ ...draft, id: asId(`i-${draft.seq}`) }));
  const amounts = fc
    .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 4, maxLength: 4 })
    .map((list) => list.map(cents));
  const supplements = fc.array(fc.record({ delta: fc.nat(100_000), month: fc.integer({ min: 1, max: 9 }) }), {
    maxLength: 3,
  });

  it("leads to the same plan again, whatever amounts were given and what was added since", () => {
    fc.assert(
      fc.property(amounts, supplements, (amountsCents, list) => {
        const contract = contractOf({ amountCents: sumCents(amountsCents) });
        const added = list.map(({ delta, month }, index) =>
          supplementOf({
            supplementNo: `补-${index}`,
            deltaCents: cents(delta),
            effectiveOn: isoDate(`2022-0${month}-15`),
          }),
        );
        const plan = stored(contract, added, { shape: { kind: "amounts", amountsCents } });
        const shape = presentShape({ contract, supplements: added, calendar }, plan);
        expect(planContract(contract, added, { shape }).map((row) => row.amountCents)).toEqual(
          plan.map((row) => row.amountCents),
        );
      }),
    );
  });

  it("is equal for an equal plan, and for one that no amounts lead to", () => {
    const contract = contractOf();
    expect(presentShape({ contract, supplements: [], calendar }, stored(contract, []))).toEqual({
      kind: "equal",
    });
    expect(presentShape({ contract, supplements: [], calendar }, stored(contract, []).slice(1))).toEqual({
      kind: "equal",
    });
  });

  it("keeps its proportions for another sum, and adds up", () => {
    const shape = { kind: "amounts", amountsCents: [1, 2, 3, 4].map(cents) } as const;
    const next = contractOf({ amountCents: cents(25) });
    expect(carryShape(shape, next)).toEqual({ kind: "amounts", amountsCents: [2, 5, 7, 11] });
    expect(carryShape(shape, contractOf({ kind: "monthly" }))).toEqual({ kind: "equal" });
  });
});
