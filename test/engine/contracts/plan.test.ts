import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getContract } from "#engine/contracts/getContract.ts";
import { planDifference, reconcileContract } from "#engine/contracts/plan.ts";
import { saveAcceptance } from "#engine/contracts/saveAcceptance.ts";
import { applyPlan, saveContract } from "#engine/contracts/saveContract.ts";
import { savePayment, voidPayment } from "#engine/payments/savePayment.ts";
import type { PlanDifference, PlanShape } from "#shared/api/contracts.ts";
import { cents, sumCents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { acceptanceDraft, contractDraft, paymentDraft } from "#test/engine/support/drafts.ts";
import { ask } from "#test/engine/support/paying.ts";
import { idOf, type SmallOffice, smallOffice } from "#test/engine/support/smallOffice.ts";

const equal: PlanShape = { kind: "equal" };

async function signed(office: SmallOffice) {
  const { contract } = await office.sign();
  const contractId = contract.id;
  return {
    contractId,
    now: async () => getContract(await office.context(), contractId),
    change: async (changes: Parameters<typeof contractDraft>[1]) => {
      const { projectId, lineId: budgetLineId, vendorId } = office;
      const draft = contractDraft({ projectId, budgetLineId, vendorId }, { ...changes, id: contractId });
      await saveContract(await office.context(), draft);
    },
    preview: async (shape = equal) =>
      planDifference(await reconcileContract(office.ledger, { contractId, shape })),
    apply: async (shape = equal) => applyPlan(await office.context(), { contractId, shape }),
  };
}

const counts = ({ keep, add, change, remove, locked }: PlanDifference) => ({
  keep,
  add: add.length,
  change: change.length,
  remove: remove.length,
  locked: locked.length,
});

describe("the preview of a plan", () => {
  it("says nothing would change where nothing does", async () => {
    const { preview } = await signed(await smallOffice());
    expect(counts(await preview())).toEqual({ keep: 4, add: 0, change: 0, remove: 0, locked: 0 });
  });

  it("writes nothing", async () => {
    const { preview, now, change } = await signed(await smallOffice());
    await change({ amountCents: cents(1_000) });
    const before = await now();
    await preview();
    expect(await now()).toEqual(before);
  });

  it("shows what applying then does, for shares and amounts too", async () => {
    const office = await smallOffice();
    const { preview, apply, now } = await signed(office);
    const shapes: readonly PlanShape[] = [
      { kind: "shares", sharesBp: [1_000, 2_000, 3_000, 4_000] },
      { kind: "amounts", amountsCents: [1, 2, 3, 23_999_994].map(cents) },
      equal,
    ];
    for (const shape of shapes) {
      const { change } = await preview(shape);
      const expected = change.map(({ after }) => after.amountCents);
      await apply(shape);
      expect((await now()).instalments.map((row) => row.amountCents)).toEqual(expected);
      expect(counts(await preview(shape))).toMatchObject({ keep: 4, change: 0 });
    }
  });

  it.each([
    [{ kind: "shares", sharesBp: [5_000, 4_000, 500, 400] }, "各期比例合计为99%，应为100%。"],
    [{ kind: "shares", sharesBp: [5_000, 5_000] }, "合同期限内共有4期，填写了2期。"],
    [
      { kind: "amounts", amountsCents: [1, 1, 1, 1].map(cents) },
      "各期金额合计0.04元，应为240,000.00元（已扣预付款和质保金）。",
    ],
  ] satisfies [PlanShape, string][])("says when the parts do not fit: %j", async (shape, message) => {
    const { preview, apply } = await signed(await smallOffice());
    expect(await failureOf(() => preview(shape))).toMatchObject({ code: "bad-request", message });
    expect(await failureOf(() => apply(shape))).toMatchObject({ code: "bad-request", message });
  });

  it("knows only contracts that are there", async () => {
    const { ledger } = await smallOffice();
    const nobody = { contractId: asId("nobody"), shape: equal };
    expect((await failureOf(() => reconcileContract(ledger, nobody))).message).toBe("找不到这份合同。");
  });
});

describe("what hangs on an instalment locks it", () => {
  it("a payment of any state, until it is voided", async () => {
    const office = await smallOffice();
    const { now, change, preview, apply } = await signed(office);
    const { projectId, lineId } = office;
    const paymentId = await ask(await office.context(), {
      projectId,
      lineId,
      instalment: (await now()).instalments[0],
    });
    await change({ amountCents: cents(28_000_000) });
    const shown = await preview();
    expect(counts(shown)).toEqual({ keep: 0, add: 0, change: 3, remove: 0, locked: 1 });
    expect(shown.locked[0]).toMatchObject({
      before: { amountCents: 6_000_000 },
      after: { amountCents: 7_000_000 },
    });
    await apply();
    expect((await now()).instalments.map((row) => row.amountCents)).toEqual([
      6_000_000, 7_333_333, 7_333_333, 7_333_334,
    ]);
    expect((await now()).contract.plannedCents).toBe(28_000_000);
    await voidPayment(await office.context(), { id: paymentId, reason: "重复申请" });
    await apply();
    expect((await now()).contract.plannedCents).toBe(28_000_000);
  });

  it("two links that cancel each other out, and one of nothing", async () => {
    const office = await smallOffice();
    const { now, change, preview, apply } = await signed(office);
    const [first, second] = (await now()).instalments;
    const draft = paymentDraft(office.projectId, { budgetLineId: office.lineId }, [
      { instalmentId: idOf(first), invoiceId: null, amountCents: cents(500) },
      { instalmentId: idOf(first), invoiceId: null, amountCents: cents(-500) },
      { instalmentId: idOf(second), invoiceId: null, amountCents: cents(0) },
    ]);
    await savePayment(await office.context(), draft);
    await change({ startDate: isoDate("2022-07-01") });
    expect(counts(await preview())).toMatchObject({ remove: 0, locked: 2 });
    await apply();
    expect((await now()).instalments.map((row) => row.seq)).toEqual([1, 2, 3, 4]);
  });

  it("an acceptance written for it, which would be left without it", async () => {
    const office = await smallOffice();
    const { now, change, preview, apply, contractId } = await signed(office);
    const last = (await now()).instalments.at(-1);
    await saveAcceptance(await office.context(), acceptanceDraft(contractId, { instalmentId: idOf(last) }));
    await change({ endDate: isoDate("2022-06-30") });
    const shown = await preview();
    expect(shown.locked.map(({ before, after }) => [before.label, after])).toEqual([["2022年第4季度", null]]);
    expect(shown.remove.map((row) => row.label)).toEqual(["2022年第3季度"]);
    await apply();
    expect((await now()).instalments.map((row) => row.label)).toEqual([
      "2022年第1季度",
      "2022年第2季度",
      "2022年第4季度",
    ]);
  });
});

describe("a plan that is applied", () => {
  it("is the one shown, and adds up wherever nothing is locked, through any changes", async () => {
    const office = await smallOffice();
    const { now, change, preview, apply } = await signed(office);
    const kind = fc.constantFrom("quarterly" as const, "monthly" as const, "oneOff" as const);
    const endDate = fc.constantFrom("2022-03-31", "2022-07-15", "2022-12-31", "2023-02-28").map(isoDate);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 90_000_000 }), kind, endDate, async (amount, of, end) => {
        await change({ amountCents: cents(amount), kind: of, endDate: end });
        const shown = await preview();
        const before = (await now()).instalments.length;
        await apply();
        const { instalments } = await now();
        expect(instalments).toHaveLength(before + shown.add.length - shown.remove.length);
        expect(sumCents(instalments.map((row) => row.amountCents))).toBe(amount);
        expect(counts(await preview())).toEqual({
          keep: instalments.length,
          add: 0,
          change: 0,
          remove: 0,
          locked: 0,
        });
      }),
      { numRuns: 20 },
    );
  });
});
