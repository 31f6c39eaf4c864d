import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getContract } from "#engine/contracts/getContract.ts";
import { getPayment } from "#engine/payments/getPayment.ts";
import { listPayments } from "#engine/payments/listPayments.ts";
import { savePayment, voidPayment } from "#engine/payments/savePayment.ts";
import { getProject } from "#engine/projects/getProject.ts";
import { saveBudgetLine } from "#engine/projects/saveParts.ts";
import { saveProject } from "#engine/projects/saveProject.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { updateRow } from "#engine/store/rows.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { lineDraft, paymentDraft, projectDraft } from "#test/engine/support/drafts.ts";
import { pay } from "#test/engine/support/paying.ts";
import { idOf, smallOffice } from "#test/engine/support/smallOffice.ts";

async function withContract() {
  const office = await smallOffice();
  const { contract, instalments } = await office.sign();
  const { projectId, lineId, context } = office;
  const draft = (
    amount: number,
    shares: readonly (readonly [seq: number, amount: number])[],
    id = null as string | null,
  ) =>
    paymentDraft(
      projectId,
      {
        id: id === null ? null : asId(id),
        budgetLineId: lineId,
        contractId: contract.id,
        amountCents: cents(amount),
      },
      shares.map(([seq, share]) => ({
        instalmentId: idOf(instalments[seq - 1]),
        invoiceId: null,
        amountCents: cents(share),
      })),
    );
  return {
    ...office,
    instalments,
    contractId: contract.id,
    draft,
    save: async (...input: Parameters<typeof draft>) => savePayment(await context(), draft(...input)),
    shares: async (id: string) =>
      (await getPayment(await context(), asId(id))).allocations
        .map((row) => [row.instalmentLabel, row.amountCents])
        .toSorted(),
  };
}

describe("a new payment", () => {
  it("is a draft with the next number of its year", async () => {
    const { save, context } = await withContract();
    const id = await save(100, [[1, 100]]);
    const { payment, allocations } = await getPayment(await context(), id);
    expect(payment).toMatchObject({
      paymentNo: "FK-2022-0001",
      state: "draft",
      contractNo: "HT-1",
      budgetLineName: "综合整治",
      allocatedCents: 100,
      instalmentLabels: ["HT-1 2022年第1季度"],
      invoiceNumbers: [],
    });
    expect(allocations).toMatchObject([{ instalmentLabel: "HT-1 2022年第1季度", invoiceNumber: null }]);
  });

  it("is refused without a payee, on an unknown project, or asked for on a day to come", async () => {
    const { context, projectId } = await withContract();
    const save = async (changes: Parameters<typeof paymentDraft>[1], project = projectId) =>
      failureOf(async () => savePayment(await context(), paymentDraft(project, changes)));
    expect((await save({ payeeName: "" })).message).toBe("付款的“收款方名称”：不能为空。");
    expect((await save({}, asId("none"))).message).toBe("找不到付款所属的项目。");
    expect((await save({ requestedOn: isoDate("2022-07-09") })).message).toBe(
      "申请日期 2022-07-09 晚于今天（2022-07-08）。",
    );
    expect(await listPayments(await context(), {})).toEqual([]);
  });

  it("is refused on another project's budget line", async () => {
    const { context, projectId } = await withContract();
    const other = await saveProject(await context(), projectDraft({ code: "OTHER" }));
    await saveBudgetLine(await context(), lineDraft(other, { name: "别的" }));
    const budgetLineId = idOf((await getProject(await context(), other)).budgetLines[0]);
    const failure = await failureOf(async () =>
      savePayment(await context(), paymentDraft(projectId, { budgetLineId })),
    );
    expect(failure.message).toBe("预算明细“别的”不属于所选的项目。");
  });

  it("hands out no more than it is, and a refund no more back", async () => {
    const { save } = await withContract();
    expect(await failureOf(() => save(100, [[1, 101]]))).toMatchObject({
      code: "refused",
      message: "付款 FK-2022-0001 的分摊合计 1.01 元，超过付款金额 1.00 元。",
    });
    expect((await failureOf(() => save(-100, [[1, -101]]))).code).toBe("refused");
    await save(100, [
      [1, 150],
      [2, -50],
    ]);
    await save(-100, [
      [1, -150],
      [2, 50],
    ]);
  });

  it("is refused in a closed year", async () => {
    const { save, ledger } = await withContract();
    await ledger.write({ actor: "王经办", action: "关账" }, async (tx) => {
      const year = idOf(await tx.read.selectFrom("fiscalYear").selectAll().executeTakeFirst());
      await updateRow(tx, "fiscalYear", year, { state: "closed" });
    });
    expect((await failureOf(() => save(1, []))).message).toBe("2022 年度已关账，付款不能再改动。");
  });
});

describe("a payment that is changed", () => {
  it("has the allocations that are given, instead of those of before", async () => {
    const { save, shares } = await withContract();
    const id = await save(100, [[1, 100]]);
    await save(
      70,
      [
        [2, 30],
        [3, 40],
      ],
      id,
    );
    expect(await shares(id)).toEqual([
      ["HT-1 2022年第2季度", 30],
      ["HT-1 2022年第3季度", 40],
    ]);
    await save(70, [], id);
    expect(await shares(id)).toEqual([]);
  });

  it("keeps its links, and says nothing of them in the log, when only a word changes", async () => {
    const { context, draft, ledger } = await withContract();
    const id = await savePayment(
      await context(),
      draft(100, [
        [1, 60],
        [2, 40],
      ]),
    );
    const linksBefore = (await getPayment(await context(), id)).allocations;
    const before = (await listChanges(ledger, { limit: 500 })).length;
    const again = draft(
      100,
      [
        [2, 40],
        [1, 60],
      ],
      id,
    );
    await savePayment(await context(), again);
    expect(await listChanges(ledger, { limit: 500 })).toHaveLength(before);
    await savePayment(await context(), { ...again, payment: { ...again.payment, note: "加急" } });
    const [latest] = await listChanges(ledger, { limit: 1 });
    expect(latest).toMatchObject({ action: "修改付款", entity: "payment", entityId: id });
    expect(await listChanges(ledger, { limit: 500 })).toHaveLength(before + 1);
    expect((await getPayment(await context(), id)).allocations).toEqual(linksBefore);
  });

  it("never hands out more than it is, and is wholly as saved or wholly as before", async () => {
    const { save, shares, context } = await withContract();
    const id = await save(1_000, []);
    const share = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: -800, max: 800 }));
    const drawn = fc.record({
      amount: fc.integer({ min: -1_000, max: 1_000 }),
      list: fc.uniqueArray(share, { maxLength: 4, selector: ([seq]) => seq }),
    });
    await fc.assert(
      fc.asyncProperty(drawn, async ({ amount, list }) => {
        const before = await shares(id);
        const sum = list.reduce((total, [, part]) => total + part, 0);
        const fits = amount < 0 ? sum >= amount : sum <= amount;
        try {
          await save(amount, list, id);
          expect(fits).toBe(true);
          expect(await shares(id)).toEqual(
            list.map(([seq, part]) => [`HT-1 2022年第${seq}季度`, part]).toSorted(),
          );
          expect((await getPayment(await context(), id)).payment.amountCents).toBe(amount);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          expect(fits).toBe(false);
          expect(await shares(id)).toEqual(before);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("must be there and not approved yet", async () => {
    const { context, save, projectId, lineId, instalments } = await withContract();
    expect(await failureOf(() => save(1, [], "none"))).toMatchObject({
      code: "not-found",
      message: "找不到这笔付款。",
    });
    const id = await pay(await context(), { projectId, lineId, instalment: instalments[0] });
    expect(await failureOf(() => save(1, [], id))).toMatchObject({
      code: "refused",
      message: "付款FK-2022-0001已付，不能再修改。",
      hint: "确有错误的，请作废并写明原因。",
    });
  });
});

describe("a payment that is voided", () => {
  it("frees what it settled, and keeps its number for itself", async () => {
    const { context, save, contractId, projectId, lineId, instalments } = await withContract();
    const id = await pay(await context(), { projectId, lineId, instalment: instalments[0] });
    const first = async () => (await getContract(await context(), contractId)).instalments[0];
    expect(await first()).toMatchObject({ paidCents: 6_000_000, paymentNos: ["FK-2022-0001"] });
    await voidPayment(await context(), { id, reason: "银行退回" });
    expect(await first()).toMatchObject({ paidCents: 0, paymentNos: [] });
    expect(await getPayment(await context(), id)).toMatchObject({
      payment: { voidReason: "银行退回", instalmentLabels: ["HT-1 2022年第1季度"] },
      findings: [],
      limits: [],
    });
    const next = await save(1, []);
    expect((await getPayment(await context(), next)).payment.paymentNo).toBe("FK-2022-0002");
  });

  it("is voided once, and with a reason", async () => {
    const { context, save } = await withContract();
    const id = await save(1, []);
    const work = (reason: string) => async () => voidPayment(await context(), { id, reason });
    expect((await failureOf(work("  "))).message).toBe("作废付款要写明原因。");
    await work("重复")();
    expect((await failureOf(work("重复"))).message).toMatch(/已于 \d{4}-\d\d-\d\d 作废，不能再改动。$/);
    expect((await failureOf(() => save(1, [], id))).code).toBe("not-found");
  });
});

describe("payment numbers", () => {
  it("are each given once, count by the project's year and go beyond four digits", async () => {
    const { context, ledger, save } = await withContract();
    const next = await saveProject(await context(), projectDraft({ code: "N", fiscalYear: 2023 }));
    const numberOf = async (id: string) => (await getPayment(await context(), asId(id))).payment.paymentNo;
    const first = await save(1, []);
    expect(await numberOf(await savePayment(await context(), paymentDraft(next)))).toBe("FK-2023-0001");
    await ledger.write({ actor: "王经办", action: "改号" }, (tx) =>
      updateRow(tx, "payment", first, { paymentNo: "FK-2022-9999" }),
    );
    expect(await numberOf(await save(1, []))).toBe("FK-2022-10000");
    expect(await numberOf(await save(1, []))).toBe("FK-2022-10001");
  });

  it("stay apart when many payments are saved at once", async () => {
    const { context, save } = await withContract();
    await Promise.all(Array.from({ length: 10 }, () => save(1, [])));
    const numbers = (await listPayments(await context(), {})).map((payment) => payment.paymentNo);
    expect(new Set(numbers).size).toBe(10);
  });
});
