import { describe, expect, it } from "vitest";
import { getContract } from "#engine/contracts/getContract.ts";
import { applyPlan } from "#engine/contracts/saveContract.ts";
import { saveInstalment } from "#engine/contracts/saveInstalment.ts";
import { voidPayment } from "#engine/payments/savePayment.ts";
import type { InstalmentView } from "#shared/api/contracts.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { ask, pay } from "#test/engine/support/paying.ts";
import { smallOffice } from "#test/engine/support/smallOffice.ts";

async function quarter() {
  const office = await smallOffice();
  const { contract } = await office.sign();
  const first = async (): Promise<InstalmentView> => {
    const [instalment] = (await getContract(await office.context(), contract.id)).instalments;
    if (instalment === undefined) throw new Error("no instalment");
    return instalment;
  };
  return {
    ...office,
    contractId: contract.id,
    first,
    save: async (changes: Partial<InstalmentView>) => {
      const { id, label, amountCents, deductionCents, earliestDate, dueDate } = {
        ...(await first()),
        ...changes,
      };
      const columns = { id, label, amountCents, deductionCents, earliestDate, dueDate };
      return saveInstalment(await office.context(), columns);
    },
  };
}

describe("an instalment by hand", () => {
  it("owes less after a deduction", async () => {
    const { first, save } = await quarter();
    await save({ deductionCents: cents(120_000), label: "第一季度" });
    expect(await first()).toMatchObject({
      label: "第一季度",
      amountCents: 6_000_000,
      deductionCents: 120_000,
      payableCents: 5_880_000,
      remainingCents: 5_880_000,
    });
  });

  it("is due on other days than the plan says", async () => {
    const { first, save } = await quarter();
    expect((await first()).status).toBe("overdue");
    await save({ earliestDate: isoDate("2022-08-01"), dueDate: isoDate("2022-08-31") });
    expect(await first()).toMatchObject({ status: "notDue", dueDate: "2022-08-31" });
    const failure = await failureOf(() => save({ dueDate: isoDate("2022-07-31") }));
    expect(failure).toMatchObject({
      code: "bad-request",
      message: "“最迟付款日”早于“最早付款日”，没有保存。",
    });
  });

  it("cannot deduct more than it is worth", async () => {
    const { first, save } = await quarter();
    expect(await failureOf(() => save({ deductionCents: cents(6_000_001) }))).toMatchObject({
      code: "bad-request",
      message: "考核扣款60,000.01元大于本期金额60,000.00元。",
    });
    await save({ deductionCents: cents(6_000_000) });
    expect(await first()).toMatchObject({ payableCents: 0, status: "paid" });
  });

  it("is not brought below what is paid, and says how much that is", async () => {
    const { context, first, save, projectId, lineId } = await quarter();
    const id = await pay(await context(), { projectId, lineId, instalment: await first() });
    const failure = await failureOf(() => save({ deductionCents: cents(1) }));
    expect(failure).toMatchObject({
      code: "refused",
      message:
        "合同 HT-1 第 1 期（2022年第1季度）的已批、已付分摊合计 60,000.00 元，超过扣款后应付的 59,999.99 元。",
    });
    expect(failure.hint).toContain("考核扣款");
    expect(await first()).toMatchObject({ deductionCents: 0, paidCents: 6_000_000, status: "paid" });
    await voidPayment(await context(), { id, reason: "银行退回" });
    await save({ deductionCents: cents(1) });
    expect(await first()).toMatchObject({ paidCents: 0, payableCents: 5_999_999 });
  });

  it("may be less than what is only asked for: the check says so", async () => {
    const { context, first, save, projectId, lineId } = await quarter();
    await ask(await context(), { projectId, lineId, instalment: await first() });
    await save({ deductionCents: cents(1) });
    expect(await first()).toMatchObject({ payableCents: 5_999_999, paidCents: 0 });
  });

  it("keeps its deduction when the plan is applied anew", async () => {
    const { context, first, save, contractId } = await quarter();
    await save({ deductionCents: cents(120_000), label: "第一季度" });
    await applyPlan(await context(), { contractId, shape: { kind: "equal" } });
    expect(await first()).toMatchObject({ deductionCents: 120_000, label: "2022年第1季度" });
  });

  it("must be there", async () => {
    const { save } = await quarter();
    expect((await failureOf(() => save({ id: asId("none") }))).code).toBe("not-found");
  });
});
