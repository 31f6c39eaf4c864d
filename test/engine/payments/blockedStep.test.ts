import { describe, expect, it } from "vitest";
import { decide } from "#engine/checks/decisions.ts";
import { saveAcceptance } from "#engine/contracts/saveAcceptance.ts";
import { saveInstalment } from "#engine/contracts/saveInstalment.ts";
import { getPayment } from "#engine/payments/getPayment.ts";
import { savePayment } from "#engine/payments/savePayment.ts";
import { takeStep } from "#engine/payments/takeStep.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { newId } from "#engine/store/newId.ts";
import { insertRow, updateRow } from "#engine/store/rows.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { acceptanceDraft, paymentDraft } from "#test/engine/support/drafts.ts";
import { acceptAll, ask } from "#test/engine/support/paying.ts";
import { sampleDesk } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";
import { asked } from "./askedPayment.ts";

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
