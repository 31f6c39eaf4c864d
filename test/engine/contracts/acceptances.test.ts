import { describe, expect, it } from "vitest";
import { getContract } from "#engine/contracts/getContract.ts";
import { saveAcceptance, voidAcceptance } from "#engine/contracts/saveAcceptance.ts";
import { saveInstalment } from "#engine/contracts/saveInstalment.ts";
import { proposeRefund } from "#engine/payments/proposeRefund.ts";
import { savePayment } from "#engine/payments/savePayment.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { acceptanceDraft } from "#test/engine/support/drafts.ts";
import { pay, settle } from "#test/engine/support/paying.ts";
import { idOf, smallOffice } from "#test/engine/support/smallOffice.ts";

async function accepted() {
  const office = await smallOffice();
  const { contract } = await office.sign({ acceptanceRequired: 1 });
  return {
    ...office,
    contractId: contract.id,
    save: async (changes: Partial<ApiParsed<"contracts.saveAcceptance">>) =>
      saveAcceptance(await office.context(), acceptanceDraft(contract.id, changes)),
    detail: async () => getContract(await office.context(), contract.id),
  };
}

describe("an acceptance", () => {
  it("unblocks the instalment of its period, and takes its deduction off", async () => {
    const { save, detail } = await accepted();
    expect((await detail()).instalments[0]).toMatchObject({ status: "overdue", acceptance: null });
    await save({ deductionCents: cents(120_000), result: "conditional" });
    const [first] = (await detail()).instalments;
    expect(first).toMatchObject({
      deductionCents: 120_000,
      payableCents: 5_880_000,
      acceptance: { documentNo: "验收1号", result: "conditional" },
    });
  });

  it("counts by the latest paper; a voided one does not count", async () => {
    const { context, save, detail } = await accepted();
    await save({ deductionCents: cents(120_000) });
    await save({ documentNo: "验收2号", acceptedOn: isoDate("2022-04-20"), deductionCents: cents(0) });
    expect((await detail()).instalments[0]).toMatchObject({
      payableCents: 6_000_000,
      acceptance: { documentNo: "验收2号" },
    });
    const second = (await detail()).acceptances.find((row) => row.documentNo === "验收2号");
    await voidAcceptance(await context(), { id: idOf(second), reason: "填错" });
    expect((await detail()).instalments[0]).toMatchObject({
      payableCents: 5_880_000,
      acceptance: { documentNo: "验收1号" },
    });
  });

  it("is changed in place", async () => {
    const { save, detail } = await accepted();
    await save({});
    const id = idOf((await detail()).acceptances[0]);
    await save({ id, result: "fail" });
    expect((await detail()).acceptances).toMatchObject([{ id, result: "fail" }]);
  });

  it.each([
    [
      "of a day to come",
      { acceptedOn: isoDate("2022-07-09") },
      "验收日期 2022-07-09 晚于今天（2022-07-08）。",
    ],
    [
      "of a period that ends before it begins",
      { periodTo: isoDate("2021-12-31") },
      "“所属期止”早于“所属期起”，没有保存。",
    ],
    ["with a negative deduction", { deductionCents: cents(-1) }, "验收的“考核扣款”：金额不能为负数。"],
  ])("is refused %s", async (_, changes, message) => {
    const { save, detail } = await accepted();
    expect(await failureOf(() => save(changes))).toMatchObject({ code: "bad-request", message });
    expect((await detail()).acceptances).toEqual([]);
  });

  it("names only instalments of its contract, and stays with it", async () => {
    const { save, detail, sign } = await accepted();
    const other = await sign({ contractNo: "HT-2" });
    const foreign = idOf(other.instalments[0]);
    expect((await failureOf(() => save({ instalmentId: foreign }))).message).toBe(
      "验收的付款期次不属于这份合同。",
    );
    await save({});
    const id = idOf((await detail()).acceptances[0]);
    expect((await failureOf(() => save({ id, contractId: other.contract.id }))).message).toBe(
      "这条验收属于另一个合同，没有保存。",
    );
  });

  it("deducts no more than the instalment", async () => {
    const { save, detail } = await accepted();
    expect(await failureOf(() => save({ deductionCents: cents(6_000_001) }))).toMatchObject({
      code: "refused",
      message: "2022年第1季度的考核扣款60,000.01元大于本期金额60,000.00元。",
    });
    await save({ deductionCents: cents(6_000_000) });
    expect((await detail()).instalments[0]).toMatchObject({ payableCents: 0 });
  });

  it("deducts nothing that was paid already: the money comes back first", async () => {
    const { context, save, detail, projectId, lineId } = await accepted();
    await save({ deductionCents: cents(120_000), documentNo: "验收1号" });
    await save({ deductionCents: cents(0), acceptedOn: isoDate("2022-04-20"), documentNo: "验收2号" });
    const id = await pay(await context(), { projectId, lineId, instalment: (await detail()).instalments[0] });
    const later = {
      deductionCents: cents(100_000),
      acceptedOn: isoDate("2022-05-10"),
      documentNo: "验收3号",
    };
    const told = {
      code: "refused",
      message: "2022年第1季度扣款1,000.00元后应付59,000.00元，已批、已付60,000.00元，多出1,000.00元。",
      hint: expect.stringContaining("请先登记退款"),
    };
    expect(await failureOf(() => save(later))).toMatchObject(told);
    // Without the second paper the first decides again.
    const second = (await detail()).acceptances.find((row) => row.documentNo === "验收2号");
    const voiding = async () => voidAcceptance(await context(), { id: idOf(second), reason: "填错" });
    expect((await failureOf(voiding)).message).toContain("扣款1,200.00元后应付58,800.00元");
    const byHand = async () => {
      const { id, label, amountCents, earliestDate, dueDate } =
        (await detail()).instalments[0] ?? expect.fail();
      const columns = { id, label, amountCents, earliestDate, dueDate, deductionCents: cents(100_000) };
      return saveInstalment(await context(), columns);
    };
    expect((await failureOf(byHand)).message).toContain("超过扣款后应付的 59,000.00");
    const { draft } = await proposeRefund(await context(), { id });
    const back = { ...draft.payment, amountCents: cents(-100_000) };
    const parts = draft.allocations.map((part) => ({ ...part, amountCents: cents(-100_000) }));
    const refund = await savePayment(await context(), { payment: back, allocations: parts });
    await settle(await context(), refund, isoDate("2022-07-08"));
    await save(later);
    expect((await detail()).instalments[0]).toMatchObject({ payableCents: 5_900_000, paidCents: 5_900_000 });
  });
});
