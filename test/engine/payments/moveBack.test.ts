import { describe, expect, it } from "vitest";
import { previewUndo } from "#engine/history/undo.ts";
import { moveBack } from "#engine/payments/moveBack.ts";
import { exchangeInvoice, offsetAdvance } from "#engine/payments/moveInvoice.ts";
import { proposeRefund } from "#engine/payments/proposeRefund.ts";
import { savePayment, voidPayment } from "#engine/payments/savePayment.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { allocationsOf } from "#engine/store/payments.ts";
import { cents } from "#shared/kernel/cents.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { paymentDraft } from "#test/engine/support/drafts.ts";
import { changeInvoice, makeAdvance, twinInvoice } from "#test/engine/support/papers.ts";
import { invoice, jointOffice, original, quarter } from "./jointOffice.ts";

const wrong = "22312000000000009991";
const right = "22312000000000009992";
const signed = { id: original, by: "沈经办", note: "" } as const;

async function moving() {
  const office = await jointOffice();
  const { context, detail } = office;
  return {
    ...office,
    back: async (note = "") => moveBack(await context(), { ...signed, note }),
    exchange: async (number: string) => {
      const toInvoiceId = await twinInvoice(await context(), invoice, { number, status: "normal" });
      const { takenBack } = await detail();
      if (takenBack.length === 0) await changeInvoice(await context(), invoice, { status: "void" });
      await exchangeInvoice(await context(), { ...signed, fromInvoiceId: invoice, toInvoiceId });
      return toInvoiceId;
    },
    undoWords: async () => (await previewUndo(await context(), { which: "undo" }))?.refusal,
  };
}

describe("a wrong invoice", () => {
  it("of an exchange is taken back by a step of its own, and exchanged anew", async () => {
    const { ledger, detail, back, exchange, undoWords } = await moving();
    const before = await allocationsOf(ledger, original);
    await exchange(wrong);
    expect(await undoWords()).toMatchObject({ hint: "换错了的，请在付款上点“撤回换票”。" });
    expect((await detail()).lastMove).toMatchObject({ action: "exchange" });
    await back("选错了");
    expect(await allocationsOf(ledger, original)).toEqual(before);
    const { steps, takenBack, lastMove } = await detail();
    expect(steps.at(-1)).toMatchObject({
      action: "moveBack",
      by: "沈经办",
      opinion: expect.stringMatching(/^撤回换票（发票\d+换为22312000000000009991，60,000.00元）：选错了$/),
    });
    expect([takenBack, lastMove]).toEqual([[expect.objectContaining({ uncoveredCents: 6_000_000 })], null]);
    expect((await failureOf(back)).message).toContain("没有换票或冲销可以撤回");
    await exchange(right);
    expect((await detail()).allocations).toMatchObject([{ invoiceNumber: right, amountCents: 6_000_000 }]);
  });

  it("of offsets is taken back the latest first, split parts put together again", async () => {
    const { context, ledger, detail, back } = await moving();
    await makeAdvance(await context(), original);
    const before = await allocationsOf(ledger, original);
    const offset = async (number: string, amount: number) =>
      offsetAdvance(await context(), {
        ...signed,
        invoiceId: await twinInvoice(await context(), invoice, { number }),
        amountCents: cents(amount),
      });
    await offset(wrong, 2_000_000);
    const afterOne = await allocationsOf(ledger, original);
    await offset(right, 1_000_000);
    await back();
    expect(await allocationsOf(ledger, original)).toEqual(afterOne);
    expect((await detail()).openAdvanceCents).toBe(4_000_000);
    await back();
    expect(await allocationsOf(ledger, original)).toEqual(before);
    expect((await detail()).openAdvanceCents).toBe(6_000_000);
  });

  it("stays when a refund gave back what had been moved, until the refund goes", async () => {
    const { context, back, exchange, receive } = await moving();
    await exchange(wrong);
    const { draft } = await proposeRefund(await context(), { id: original });
    const id = await savePayment(await context(), draft);
    await receive(id);
    expect((await failureOf(back)).message).toContain("登记过退款，退的是换上的发票");
    await voidPayment(await context(), { id, reason: "登记错了" });
    await back();
  });

  it("stays when another payment uses the invoice of before", async () => {
    const { context, detail, back, exchange, receive } = await moving();
    await exchange(wrong);
    await changeInvoice(await context(), invoice, { status: "normal" });
    const { projectId, budgetLineId, payeeName } = (await detail()).payment;
    const part = { instalmentId: null, invoiceId: invoice, amountCents: cents(100) };
    const columns = { budgetLineId, payeeName, amountCents: part.amountCents };
    const other = await savePayment(await context(), paymentDraft(projectId, columns, [part]));
    await receive(other);
    expect((await failureOf(back)).code).toBe("refused");
    expect((await detail()).allocations).toMatchObject([{ invoiceNumber: wrong, instalmentId: quarter }]);
  });
});

it("says of a void payment that it does not come back", async () => {
  const { context, undoWords } = await moving();
  await voidPayment(await context(), { id: paymentId("publicity-2"), reason: "手滑" });
  expect(await undoWords()).toEqual({
    message: "付款已经作废，不能恢复。",
    hint: "仍要付的，请重新登记一笔付款。",
  });
});
