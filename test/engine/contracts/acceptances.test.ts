import { describe, expect, it } from "vitest";
import { getContract } from "#engine/contracts/getContract.ts";
import { saveAcceptance, voidAcceptance } from "#engine/contracts/saveAcceptance.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { acceptanceDraft } from "#test/engine/support/drafts.ts";
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
});
