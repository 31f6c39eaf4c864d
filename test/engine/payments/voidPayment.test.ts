import { describe, expect, it } from "vitest";
import { proposeRefund } from "#engine/payments/proposeRefund.ts";
import { savePayment, voidPayment } from "#engine/payments/savePayment.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { stepsOf } from "#engine/store/payments.ts";
import { cents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { paymentDraft } from "#test/engine/support/drafts.ts";
import { changeInvoice, twinInvoice } from "#test/engine/support/papers.ts";
import { importing } from "./import/desk.ts";
import { invoice, jointOffice, original, quarter } from "./jointOffice.ts";

const reason = "登记错了";

describe("voiding a payment", () => {
  it("leaves what was handed out on it, without it, and says so in the log", async () => {
    const { context, ledger } = await jointOffice();
    const issues = await ledger.read
      .selectFrom("needIssue")
      .selectAll()
      .where("voidedAt", "is", null)
      .execute();
    const issue = issues.find((row) => row.paymentId !== null) ?? expect.fail("no issue");
    const paid = issue.paymentId ?? expect.fail("no payment");
    await voidPayment(await context(), { id: paid, reason });
    const after = await ledger.read.selectFrom("needIssue").selectAll().execute();
    expect(after.filter((row) => row.paymentId === paid)).toEqual([]);
    expect(after.find((row) => row.id === issue.id)).toEqual({ ...issue, paymentId: null });
    const step = (await listChanges(ledger, { limit: 50 })).filter(({ action }) => action === "作废付款");
    expect(step.map(({ entity, entityId }) => [entity, entityId])).toContainEqual(["needIssue", issue.id]);
  });
});

describe("voiding a refund", () => {
  const redOf = (amount: number) => ({
    ...{ number: "22312000000000009998", isRed: 1 as const, grossCents: cents(amount) },
  });

  it("that is the wrong record of a reversed invoice is asked about, and then done", async () => {
    const { context, detail, refund, receive } = await jointOffice();
    const id = await refund(-6_000_000);
    await receive(id);
    expect((await detail(id)).uncovers).toEqual([]);
    const blueNumber = (await detail()).allocations[0]?.invoiceNumber ?? "";
    await twinInvoice(await context(), invoice, { ...redOf(-3_000_000), blueNumber });
    await changeInvoice(await context(), invoice, { status: "redPartial" });
    const told = expect.stringMatching(/^发票\d+可付30,000.00元，.*本次60,000.00元，超出30,000.00元$/);
    expect((await detail(id)).uncovers).toEqual([told]);
    expect(await failureOf(async () => voidPayment(await context(), { id, reason }))).toMatchObject({
      code: "refused",
      message: expect.stringContaining("原付款FK-2022-0010有一部分没有有效发票"),
    });
    await voidPayment(await context(), { id, reason, uncovers: true });
    expect((await detail()).takenBack).toMatchObject([{ uncoveredCents: 3_000_000 }]);
  });

  it("is refused, whatever is known, while another payment rests on what it gave back", async () => {
    const { context, detail, refund, receive } = await jointOffice();
    const id = await refund(-6_000_000);
    await receive(id);
    const { payment, allocations } = await detail();
    const [part = expect.fail("no part")] = allocations;
    const { projectId, budgetLineId, contractId, payeeName } = payment;
    const half = { instalmentId: quarter, invoiceId: part.invoiceId, amountCents: cents(3_000_000) };
    const draft = paymentDraft(
      projectId,
      { budgetLineId, contractId, payeeName, amountCents: half.amountCents },
      [half],
    );
    const other = await savePayment(await context(), draft);
    await receive(other);
    const failure = await failureOf(async () => voidPayment(await context(), { id, reason, uncovers: true }));
    expect(failure.message).toMatch(/不能作废：它退回的部分已由其他付款使用，作废后.*超出30,000.00元/);
    await voidPayment(await context(), { id: other, reason });
    await voidPayment(await context(), { id, reason });
    expect((await proposeRefund(await context(), { id: original })).draft.payment.amountCents).toBe(
      -6_000_000,
    );
  });
});

describe("undoing an import of payments", () => {
  it("leaves a step on each, and never uncovers a payment unasked", async () => {
    const desk = await jointOffice();
    const { commit, undo } = importing(desk);
    const { payment, allocations } = await desk.detail();
    const row = { 日期: "2022-07-01", 收款方: payment.payeeName, 原付款编号: payment.paymentNo };
    const first = await commit([
      { ...row, 金额: "-20000.00" },
      { ...row, 金额: "-10000.00" },
    ]);
    await undo(first.id);
    const brought = await desk.ledger.read
      .selectFrom("payment")
      .select("id")
      .where("batchId", "=", first.id)
      .execute();
    for (const { id } of brought) {
      const steps = await stepsOf(desk.ledger, id);
      expect(steps.map(({ action, seq }) => [action, seq])).toEqual([
        ["pay", 1],
        ["void", 2],
      ]);
      expect(steps.at(-1)).toMatchObject({ opinion: "导错了文件" });
    }
    const second = await commit([{ ...row, 金额: "-20000.00" }]);
    const blueNumber = allocations[0]?.invoiceNumber ?? "";
    await twinInvoice(await desk.context(), asId(invoice), {
      ...{ number: "22312000000000009997", isRed: 1, grossCents: cents(-2_000_000), blueNumber },
    });
    await changeInvoice(await desk.context(), invoice, { status: "redPartial" });
    expect((await failureOf(() => undo(second.id))).message).toMatch(
      /^这批里有退款，撤销后发票.*没有撤销任何内容/,
    );
  });
});

it("of the sample's draft needs nothing else", async () => {
  const { context, detail } = await jointOffice();
  await voidPayment(await context(), { id: paymentId("publicity-2"), reason });
  expect((await detail(paymentId("publicity-2"))).payment.voidReason).toBe(reason);
});
