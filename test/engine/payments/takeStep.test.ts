import { describe, expect, it } from "vitest";
import { getDuties, saveDuties } from "#engine/payments/duties.ts";
import { getPayment } from "#engine/payments/getPayment.ts";
import { savePayment, voidPayment } from "#engine/payments/savePayment.ts";
import { takeSteps } from "#engine/payments/takeStep.ts";
import { listVoidedPayments } from "#engine/payments/voidedPayments.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { updateRow } from "#engine/store/rows.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { type Payment, paymentStates } from "#shared/model/payment.ts";
import { flowActions } from "#shared/payments/flow.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { paymentDraft } from "#test/engine/support/drafts.ts";
import { ask } from "#test/engine/support/paying.ts";
import { asked } from "./askedPayment.ts";

describe("the steps of a payment", () => {
  it("go from 草稿 to 已付, each with who took it", async () => {
    const { step, accept, payment, ledger, steps } = await asked();
    await step("submit", { by: "王经办", opinion: "" });
    await step("review", { by: "陆审核", opinion: "票据齐全" });
    await accept();
    await step("approve", { by: "李主任", opinion: "同意" });
    await step("pay", { by: "王经办", opinion: "", paidOn: isoDate("2022-07-07") });
    expect(await payment()).toMatchObject({
      state: "paid",
      handledBy: "王经办",
      reviewedBy: "陆审核",
      approvedBy: "李主任",
      paidOn: "2022-07-07",
    });
    const [latest] = await listChanges(ledger, { limit: 1 });
    expect(latest).toMatchObject({ action: "付款流转：付出", entity: "paymentStep" });
    const told = await steps();
    expect(told.map(({ seq, action, by, opinion }) => [seq, action, by, opinion])).toEqual([
      [1, "submit", "王经办", ""],
      [2, "review", "陆审核", "票据齐全"],
      [3, "approve", "李主任", "同意"],
      [4, "pay", "王经办", ""],
    ]);
    expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).toSorted());
    expect(told.map(({ findingsJson }) => findingsJson === null)).toEqual([true, true, false, false]);
    const accepted = { state: "accepted", decision: { decidedBy: "李主任", reason: "经会议同意" } };
    expect(JSON.parse(told[2]?.findingsJson ?? "")).toMatchObject(
      ["CON-08", "PAY-10", "PAY-11"].map((ruleId) => ({ ruleId, ...accepted })),
    );
  });

  it("lead back for correction: review and approval go, who handled it stays", async () => {
    const { step, accept, payment } = await asked();
    await step("submit", { by: "王经办" });
    await step("review", { by: "陆审核" });
    await accept();
    await step("approve");
    await step("return", { by: "李主任", opinion: "金额再核对" });
    expect(await payment()).toMatchObject({
      state: "pending",
      handledBy: "王经办",
      reviewedBy: "",
      approvedBy: "",
    });
    await step("withdraw", { by: "王经办" });
    expect((await payment()).state).toBe("draft");
  });

  it("back say why, and only who submitted it takes it back himself", async () => {
    const { step, payment } = await asked();
    await step("submit", { by: "王经办" });
    expect(await failureOf(() => step("return", { opinion: " " }))).toMatchObject({
      code: "bad-request",
      message: "退回付款要写明意见。",
    });
    expect(await failureOf(() => step("withdraw", { by: "李主任" }))).toMatchObject({
      message: "付款FK-2022-0001由王经办提交，只能由本人撤回。",
    });
    expect((await payment()).state).toBe("pending");
  });

  it("are no others", async () => {
    const allowed: Readonly<Record<string, Payment["state"]>> = {
      "draft submit": "pending",
      "pending review": "pending",
      "pending approve": "approved",
      "pending return": "draft",
      "pending withdraw": "draft",
      "approved pay": "paid",
      "approved return": "pending",
    };
    const { id, ledger, step, accept, payment } = await asked();
    await accept();
    for (const from of paymentStates) {
      for (const action of flowActions) {
        await ledger.write({ actor: "试验", action: "摆好" }, (tx) =>
          updateRow(tx, "payment", id, { state: from, handledBy: "李主任", reviewedBy: "" }),
        );
        const attempt = step(action, { paidOn: isoDate("2022-07-08") });
        const to = allowed[`${from} ${action}`];
        if (to !== undefined) await attempt;
        else expect(await failureOf(() => attempt)).toMatchObject({ code: "refused" });
        expect([from, action, (await payment()).state]).toEqual([from, action, to ?? from]);
      }
    }
  });

  it("say what is possible instead", async () => {
    const { step } = await asked();
    expect(await failureOf(() => step("pay", { paidOn: isoDate("2022-07-08") }))).toMatchObject({
      message: "付款FK-2022-0001现为“草稿”，不能付出。",
      hint: "下一步可以是“提交”。",
    });
    await step("submit");
    await step("review", { by: "陆审核" });
    expect(await failureOf(() => step("review"))).toMatchObject({
      message: "付款FK-2022-0001已由陆审核审核。",
      hint: "下一步可以是“批准”或“退回”或“撤回”。",
    });
    expect((await failureOf(() => step("submit", { id: asId("none") }))).message).toBe("找不到这笔付款。");
  });

  it.each([
    [null, "还没有填写付款日期。"],
    [isoDate("2022-07-09"), "付款日期 2022-07-09 晚于今天（2022-07-08），款项还没有付出。"],
  ])("to 已付 need a day that has come: %s", async (paidOn, message) => {
    const { step, accept, payment } = await asked();
    await accept();
    await step("submit");
    await step("approve");
    expect(await failureOf(() => step("pay", { paidOn }))).toMatchObject({ code: "bad-request", message });
    expect((await payment()).state).toBe("approved");
  });

  it("are taken for several payments at once, each by itself", async () => {
    const { id, step, context, instalments, projectId, lineId } = await asked();
    const other = await ask(await context(), { projectId, lineId, instalment: instalments[1] });
    await step("submit", { id: other });
    const submitted = { action: "submit", by: "王经办", opinion: "", paidOn: null } as const;
    expect(await takeSteps(await context(), { ...submitted, ids: [id, other, id] })).toEqual({
      taken: [{ id, paymentNo: "FK-2022-0001" }],
      refused: [
        {
          id: other,
          paymentNo: "FK-2022-0002",
          message: "付款FK-2022-0002现为“待审”，不能提交。",
          hint: expect.stringContaining("“审核”"),
        },
      ],
    });
  });

  it("end with the void, which says who and why", async () => {
    const { id, context, steps, payment } = await asked();
    await voidPayment(await context(), { id, reason: "重复申请" });
    expect(await steps()).toMatchObject([{ action: "void", by: "王经办", opinion: "重复申请" }]);
    expect(await payment()).toMatchObject({
      voidReason: "重复申请",
      instalmentLabels: ["HT-1 2022年第1季度"],
    });
    expect(await listVoidedPayments(await context(), { fiscalYear: 2022 })).toMatchObject([{ id }]);
    expect(await listVoidedPayments(await context(), { fiscalYear: 2021 })).toEqual([]);
  });
});

describe("a review", () => {
  it("does not survive a change of what was reviewed", async () => {
    const { id, step, payment, steps, context, projectId, lineId } = await asked();
    await step("submit", { by: "王经办" });
    await step("review", { by: "陆审核" });
    const { payment: row, allocations } = await getPayment(await context(), id);
    const save = async (changes: Partial<ApiParsed<"payments.save">["payment"]>) =>
      savePayment(await context(), {
        ...paymentDraft(projectId, {
          ...{ id, budgetLineId: lineId, contractId: row.contractId },
          ...{ periodFrom: row.periodFrom, periodTo: row.periodTo, ...changes },
        }),
        allocations: allocations.map(({ instalmentId, invoiceId, amountCents }) => ({
          ...{ instalmentId, invoiceId, amountCents },
        })),
      });
    await save({});
    expect((await payment()).reviewedBy).toBe("陆审核");
    await save({ payeeAccountNo: "6222 0000" });
    expect((await payment()).reviewedBy).toBe("");
    expect((await steps()).at(-1)).toMatchObject({
      action: "return",
      opinion: "审核后又有修改，需要重新审核",
    });
  });
});

describe("duties", () => {
  it("are only warned about until the office keeps them apart", async () => {
    const { step, accept, payment, id, context } = await asked();
    await step("submit", { by: "王经办" });
    await step("review", { by: "王经办" });
    await accept();
    await step("approve", { by: "王经办" });
    expect((await payment()).state).toBe("approved");
    expect((await getPayment(await context(), id)).findings.map(({ ruleId }) => ruleId)).toContain("PAY-17");
  });

  it("kept apart refuse who handled it, who reviewed it, and an approval without a review", async () => {
    const { step, accept, payment, context } = await asked();
    await saveDuties(await context(), { separate: true });
    expect(await getDuties(await context())).toEqual({ separate: true, officer: "王经办" });
    await accept();
    await step("submit", { by: "王经办" });
    const refusals = [
      [
        await failureOf(() => step("review", { by: " 王经办 " })),
        "王经办是这笔付款的经办人，不能由本人审核。",
      ],
      [
        await failureOf(() => step("approve", { by: "王经办" })),
        "王经办是这笔付款的经办人，不能由本人审批。",
      ],
      [await failureOf(() => step("approve", { by: "李主任" })), "这笔付款还没有审核，不能批准。"],
    ] as const;
    for (const [failure, message] of refusals)
      expect(failure).toMatchObject({ code: "refused", message: `付款FK-2022-0001：${message}` });
    await step("review", { by: "陆审核" });
    expect((await failureOf(() => step("approve", { by: "陆审核" }))).message).toContain(
      "陆审核已经审核这笔付款，不能再由本人审批。",
    );
    await step("approve", { by: "李主任" });
    expect((await payment()).state).toBe("approved");
    await saveDuties(await context(), { separate: false });
    expect((await getDuties(await context())).separate).toBe(false);
  });
});
