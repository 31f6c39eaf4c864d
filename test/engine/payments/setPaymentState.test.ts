import { describe, expect, it } from "vitest";
import { decide } from "#engine/checks/decisions.ts";
import { saveAcceptance } from "#engine/contracts/saveAcceptance.ts";
import { saveInstalment } from "#engine/contracts/saveInstalment.ts";
import { getPayment } from "#engine/payments/getPayment.ts";
import { savePayment } from "#engine/payments/savePayment.ts";
import { setPaymentState } from "#engine/payments/setPaymentState.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { updateRow } from "#engine/store/rows.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { type Payment, paymentStates } from "#shared/model/payment.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { acceptanceDraft, paymentDraft } from "#test/engine/support/drafts.ts";
import { acceptAll, ask } from "#test/engine/support/paying.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { smallOffice } from "#test/engine/support/smallOffice.ts";
import { testClock } from "#test/engine/support/testClock.ts";

type Step = Partial<ApiParsed<"payments.setState">>;

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
    payment: async () => (await getPayment(await context(), id)).payment,
    step: async (state: Payment["state"], changes: Step = {}) =>
      setPaymentState(await context(), { id, state, by: "李主任", paidOn: null, ...changes }),
    accept: async () => acceptAll(await context(), id),
  };
}

describe("the steps of a payment", () => {
  it("go from 草稿 to 已付, each with who took it", async () => {
    const { step, accept, payment, ledger } = await asked();
    await step("pending", { by: "王经办" });
    await accept();
    await step("approved", { by: "李主任" });
    await step("paid", { paidOn: isoDate("2022-07-07") });
    expect(await payment()).toMatchObject({
      state: "paid",
      handledBy: "王经办",
      approvedBy: "李主任",
      paidOn: "2022-07-07",
    });
    const [latest] = await listChanges(ledger, { limit: 1 });
    expect(latest).toMatchObject({ action: "付款改为“已付”", entity: "payment" });
  });

  it("lead back for correction: the approval goes, who handled it stays", async () => {
    const { step, accept, payment } = await asked();
    await step("pending", { by: "王经办" });
    await accept();
    await step("approved");
    await step("pending", { by: "李主任" });
    expect(await payment()).toMatchObject({ state: "pending", handledBy: "王经办", approvedBy: "" });
    await step("draft");
    expect((await payment()).state).toBe("draft");
  });

  it("are no others", async () => {
    const allowed = new Set([
      "draft pending",
      "pending draft",
      "pending approved",
      "approved pending",
      "approved paid",
    ]);
    const { id, ledger, step, accept, payment } = await asked();
    await accept();
    for (const from of paymentStates) {
      for (const to of paymentStates) {
        await ledger.write({ actor: "试验", action: "摆好" }, (tx) =>
          updateRow(tx, "payment", id, { state: from }),
        );
        const attempt = step(to, { paidOn: isoDate("2022-07-08") });
        if (allowed.has(`${from} ${to}`)) await attempt;
        else expect(await failureOf(() => attempt)).toMatchObject({ code: "refused" });
        expect((await payment()).state).toBe(allowed.has(`${from} ${to}`) ? to : from);
      }
    }
  });

  it("say what is possible instead", async () => {
    const { step } = await asked();
    expect(await failureOf(() => step("paid", { paidOn: isoDate("2022-07-08") }))).toMatchObject({
      message: "付款FK-2022-0001现为“草稿”，不能改为“已付”。",
      hint: "下一步可以是“待审”。",
    });
    expect((await failureOf(() => step("pending", { id: asId("none") }))).message).toBe("找不到这笔付款。");
  });

  it.each([
    [null, "还没有填写付款日期。"],
    [isoDate("2022-07-09"), "付款日期 2022-07-09 晚于今天（2022-07-08），款项还没有付出。"],
  ])("to 已付 need a day that has come: %s", async (paidOn, message) => {
    const { step, accept, payment } = await asked();
    await accept();
    await step("pending");
    await step("approved");
    expect(await failureOf(() => step("paid", { paidOn }))).toMatchObject({ code: "bad-request", message });
    expect((await payment()).state).toBe("approved");
  });
});

describe("what blocks a payment", () => {
  it("is told in whole sentences, and nothing changes", async () => {
    const { step, payment } = await asked();
    await step("pending");
    const failure = await failureOf(() => step("approved"));
    expect(failure).toMatchObject({ code: "refused", details: { rules: "PAY-11" } });
    expect(failure.message).toBe(
      "付款FK-2022-0001还有1个“阻断”问题：无票付款：付款60,000.00元没有关联发票。",
    );
    expect(failure.hint).toContain("写明理由");
    expect((await payment()).state).toBe("pending");
  });

  it("does so no more once it is accepted with a reason, and again when its figures move", async () => {
    const { step, accept, payment, context, id, projectId, lineId } = await asked();
    await step("pending");
    await accept();
    await step("approved");
    await step("pending");
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
    const [finding] = (await getPayment(await context(), id)).findings;
    expect(finding).toMatchObject({ ruleId: "PAY-11", state: "open", reopened: true });
    expect((await failureOf(() => step("approved"))).message).toContain("59,999.00元");
    await accept();
    await step("approved");
    expect((await payment()).state).toBe("approved");
  });

  it("is looked for again before it is paid", async () => {
    const { step, accept, context, contractId } = await asked();
    await accept();
    await step("pending");
    await step("approved");
    await saveAcceptance(await context(), acceptanceDraft(contractId, { deductionCents: cents(120_000) }));
    const failure = await failureOf(() => step("paid", { paidOn: isoDate("2022-07-08") }));
    expect(failure.details).toEqual({ rules: "PAY-02" });
    expect(failure.message).toContain("已扣考核款1,200.00元");
  });

  it("cannot be got round by the date of the request", async () => {
    const { step, id, ledger, clock } = await asked();
    await step("pending");
    await ledger.write({ actor: "外来", action: "改日期" }, (tx) =>
      updateRow(tx, "payment", id, { requestedOn: isoDate("2022-12-01") }),
    );
    expect((await failureOf(() => step("approved"))).details).toEqual({ rules: "PAY-11" });
    clock.goTo("2022-12-31");
    expect((await failureOf(() => step("approved"))).details).toEqual({ rules: "PAY-11" });
  });

  it("leaves a warning aside", async () => {
    const { context } = await sampleDesk(testClock());
    const id = paymentId("publicity-2");
    const { findings } = await getPayment(await context(), id);
    expect(findings.filter((finding) => finding.severity === "block")).toEqual([]);
    await setPaymentState(await context(), {
      id,
      state: "paid",
      by: "李主任",
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
      const step = { id: paymentId(key), state: "approved", by: "李主任", paidOn: null } as const;
      const failure = await failureOf(async () => setPaymentState(await context(), step));
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
      await step("pending", { id: payment });
    }
    await accept();
    await step("approved");
    await acceptAll(await context(), second);
    expect(await failureOf(() => step("approved", { id: second }))).toMatchObject({
      code: "refused",
      message: expect.stringContaining("已批、已付分摊合计 60,000.01 元"),
    });
  });

  it("and sending one back frees what it held", async () => {
    const { step, accept, context, instalments } = await asked();
    await accept();
    await step("pending");
    await step("approved");
    const [first] = instalments;
    if (first === undefined) throw new Error("no instalment");
    const { id, label, earliestDate, dueDate } = first;
    const less = { id, label, earliestDate, dueDate, amountCents: cents(1), deductionCents: cents(0) };
    expect((await failureOf(async () => saveInstalment(await context(), less))).code).toBe("refused");
    await step("pending");
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
