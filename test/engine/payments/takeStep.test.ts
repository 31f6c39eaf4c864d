import { describe, expect, it } from "vitest";
import { decide } from "#engine/checks/decisions.ts";
import { saveAcceptance } from "#engine/contracts/saveAcceptance.ts";
import { saveInstalment } from "#engine/contracts/saveInstalment.ts";
import { getDuties, saveDuties } from "#engine/payments/duties.ts";
import { getPayment } from "#engine/payments/getPayment.ts";
import { savePayment, voidPayment } from "#engine/payments/savePayment.ts";
import { takeStep, takeSteps } from "#engine/payments/takeStep.ts";
import { listVoidedPayments } from "#engine/payments/voidedPayments.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { newId } from "#engine/store/newId.ts";
import { insertRow, updateRow } from "#engine/store/rows.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { type Payment, paymentStates } from "#shared/model/payment.ts";
import { type FlowAction, flowActions } from "#shared/payments/flow.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { acceptanceDraft, paymentDraft } from "#test/engine/support/drafts.ts";
import { acceptAll, ask } from "#test/engine/support/paying.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

type Step = Partial<ApiParsed<"payments.step">>;

async function asked(amount?: number) {
  const clock = testClock();
  const office = await smallOffice(clock);
  const { instalments, contract } = await office.sign();
  const { projectId, lineId, context } = office;
  const amountCents = amount === undefined ? {} : { amountCents: cents(amount) };
  const id = await ask(await context(), { projectId, lineId, instalment: instalments[0], ...amountCents });
  return {
    ...office,
    clock,
    id,
    instalments,
    contractId: contract.id,
    steps: async () => (await getPayment(await context(), id)).steps,
    payment: async () => (await getPayment(await context(), id)).payment,
    step: async (action: FlowAction, changes: Step = {}) =>
      takeStep(await context(), { id, action, by: "李主任", opinion: "请核对", paidOn: null, ...changes }),
    accept: async () => acceptAll(await context(), id),
  };
}

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

describe("what blocks a payment", () => {
  it("is told in whole sentences, and nothing changes", async () => {
    const { step, payment } = await asked();
    await step("submit");
    const failure = await failureOf(() => step("approve"));
    expect(failure).toMatchObject({ code: "refused", details: { rules: "PAY-11" } });
    expect(failure.message).toBe(
      "付款FK-2022-0001还有1个“阻断”问题：无票付款：付款60,000.00元没有关联发票。",
    );
    expect(failure.hint).toContain("写明理由");
    expect((await payment()).state).toBe("pending");
  });

  it("does so no more once it is accepted with a reason, and again when its figures move", async () => {
    const { step, accept, payment, context, id, projectId, lineId } = await asked();
    await step("submit");
    await accept();
    await step("approve");
    await step("return");
    const { payment: row, allocations } = await getPayment(await context(), id);
    const amountCents = cents(5_999_900);
    const input = paymentDraft(projectId, {
      id,
      budgetLineId: lineId,
      contractId: row.contractId,
      amountCents,
    });
    const links = allocations.map(({ instalmentId }) => ({ instalmentId, invoiceId: null, amountCents }));
    await savePayment(await context(), { ...input, allocations: links });
    const { findings } = await getPayment(await context(), id);
    expect(findings.find(({ ruleId }) => ruleId === "PAY-11")).toMatchObject({
      state: "open",
      reopened: true,
    });
    expect((await failureOf(() => step("approve"))).message).toContain("59,999.00元");
    await accept();
    await step("approve");
    expect((await payment()).state).toBe("approved");
  });

  it("is looked for again before it is paid", async () => {
    const { step, accept, context, contractId, ledger } = await asked();
    await accept();
    await step("submit");
    await step("approve");
    const draft = acceptanceDraft(contractId, { deductionCents: cents(120_000) });
    const saving = failureOf(async () => saveAcceptance(await context(), draft));
    expect((await saving).hint).toContain("已批的请先退回");
    await ledger.write({ actor: "外来", action: "登记验收" }, (tx) =>
      insertRow(tx, "acceptance", { ...draft, id: newId() }),
    );
    const failure = await failureOf(() => step("pay", { paidOn: isoDate("2022-07-08") }));
    expect(failure.details).toEqual({ rules: "PAY-02" });
    expect(failure.message).toContain("已扣考核款1,200.00元");
  });

  it("goes by the day of paying, not by the day on which that is written down", async () => {
    const { step, accept, ledger, clock, steps, payment } = await asked();
    await accept();
    await step("submit");
    await step("approve");
    const [year] = await ledger.read.selectFrom("fiscalYear").selectAll().where("year", "=", 2022).execute();
    await ledger.write({ actor: "外来", action: "截止日" }, (tx) =>
      updateRow(tx, "fiscalYear", year?.id ?? asId(""), { paymentCutoff: isoDate("2022-07-20") }),
    );
    clock.goTo("2022-07-25");
    const late = await failureOf(() => step("pay", { paidOn: isoDate("2022-07-21") }));
    expect(late.details).toEqual({ rules: "YE-05" });
    await step("pay", { paidOn: isoDate("2022-07-20") });
    expect((await payment()).state).toBe("paid");
    const told: readonly { ruleId: string }[] = JSON.parse((await steps()).at(-1)?.findingsJson ?? "[]");
    expect(told.map(({ ruleId }) => ruleId)).not.toContain("YE-05");
  });

  it("cannot be got round by the date of the request", async () => {
    const { step, id, ledger, clock } = await asked();
    await step("submit");
    await ledger.write({ actor: "外来", action: "改日期" }, (tx) =>
      updateRow(tx, "payment", id, { requestedOn: isoDate("2022-12-01") }),
    );
    expect((await failureOf(() => step("approve"))).details).toEqual({ rules: "PAY-11" });
    clock.goTo("2022-12-31");
    expect((await failureOf(() => step("approve"))).details).toEqual({ rules: "PAY-11" });
  });

  it("leaves a warning aside", async () => {
    const { context } = await sampleDesk(testClock());
    const id = paymentId("publicity-2");
    const { findings } = await getPayment(await context(), id);
    expect(findings.filter((finding) => finding.severity === "block")).toEqual([]);
    await takeStep(await context(), {
      id,
      action: "pay",
      by: "李主任",
      opinion: "",
      paidOn: isoDate("2022-07-08"),
    });
    expect((await getPayment(await context(), id)).payment.state).toBe("paid");
  });

  it("holds every wrong payment of the sample back, and names its rule", async () => {
    const { context } = await sampleDesk(testClock());
    const expected = {
      "uniforms-1": "PAY-02",
      "recorders-5": "PAY-02",
      "intercoms-4": "INV-03",
      "supplies-3-again": "INV-02",
      "trade-1": "PAY-08",
      "print-1": "CON-01",
      "publicity-3": "PAY-11",
      "trade-2": "BUD-01",
    };
    for (const [key, rule] of Object.entries(expected)) {
      const signed = { by: "李主任", opinion: "", paidOn: null };
      const step = { id: paymentId(key), action: "approve", ...signed } as const;
      const failure = await failureOf(async () => takeStep(await context(), step));
      expect([key, String(failure.details?.rules).split(" ")]).toEqual([key, expect.arrayContaining([rule])]);
    }
  });
});

describe("approved payments bind the ledger", () => {
  it("so that two of them never settle more than an instalment, even when accepted", async () => {
    const { step, accept, context, id, instalments, projectId, lineId } = await asked(6_000_000);
    const second = await ask(await context(), {
      projectId,
      lineId,
      instalment: instalments[0],
      amountCents: cents(1),
    });
    for (const payment of [id, second]) {
      await acceptAll(await context(), payment);
      await step("submit", { id: payment });
    }
    await accept();
    await step("approve");
    await acceptAll(await context(), second);
    const { limits, findings } = await getPayment(await context(), second);
    expect(findings.filter((finding) => finding.final).map(({ ruleId }) => ruleId)).toEqual(["PAY-02"]);
    expect((await getPayment(await context(), id)).findings.some((finding) => finding.final)).toBe(false);
    expect(limits).toEqual([
      "HT-1 2022年第1季度应付60,000.00元，其他付款已批、已付60,000.00元，本次0.01元，超出0.01元",
    ]);
    expect(await failureOf(() => step("approve", { id: second }))).toMatchObject({
      code: "refused",
      message: `付款FK-2022-0002不能批准：${limits[0]}。账本不接受超额，写明理由也不能批准。`,
    });
  });

  it("and sending one back frees what it held", async () => {
    const { step, accept, context, instalments } = await asked();
    await accept();
    await step("submit");
    await step("approve");
    const [first] = instalments;
    if (first === undefined) throw new Error("no instalment");
    const { id, label, earliestDate, dueDate } = first;
    const less = { id, label, earliestDate, dueDate, amountCents: cents(1), deductionCents: cents(0) };
    expect((await failureOf(async () => saveInstalment(await context(), less))).code).toBe("refused");
    await step("return");
    await saveInstalment(await context(), less);
  });

  it("a decision needs a finding that is there", async () => {
    const { context } = await asked();
    const input = {
      findingKey: "PAY-11|payment:none",
      action: "accept",
      reason: "理由",
      by: "李主任",
    } as const;
    expect((await failureOf(async () => decide(await context(), input))).message).toBe(
      "这个问题已经不存在。",
    );
  });
});
