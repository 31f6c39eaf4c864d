import { describe, expect, it } from "vitest";
import { importInvoices } from "#engine/invoices/importInvoices.ts";
import { listInvoiceViews } from "#engine/invoices/listInvoiceViews.ts";
import { exchangeInvoice, offsetAdvance } from "#engine/payments/moveInvoice.ts";
import { proposeRefund } from "#engine/payments/proposeRefund.ts";
import { savePayment, voidPayment } from "#engine/payments/savePayment.ts";
import { takeStep } from "#engine/payments/takeStep.ts";
import { instalmentId } from "#engine/sample/instalments.ts";
import { invoiceId } from "#engine/sample/invoiceDraft.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { newId } from "#engine/store/newId.ts";
import { allocationsOf } from "#engine/store/payments.ts";
import { insertRow, updateRow } from "#engine/store/rows.ts";
import { cents } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import { freeCents } from "#shared/matching/openInstalments.ts";
import { invoiceFreeCents, suggestForInvoice } from "#shared/matching/suggestForInvoice.ts";
import { heldCents } from "#shared/payments/free.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { changeInvoice, makeAdvance, twinInvoice } from "#test/engine/support/papers.ts";
import { invoice, jointOffice as office, original, quarter } from "./jointOffice.ts";

const signed = { by: "李主任", opinion: "", paidOn: null } as const;

describe("a refund", () => {
  it("is proposed as the mirror of what was paid and not returned yet", async () => {
    const { context, refund, detail } = await office();
    const { draft } = await proposeRefund(await context(), { id: original });
    expect(draft.payment).toMatchObject({
      refundOfId: original,
      amountCents: -6_000_000,
      purpose: expect.stringMatching(/^退款：/),
    });
    expect(draft.allocations).toEqual([
      { instalmentId: quarter, invoiceId: invoice, amountCents: -6_000_000 },
    ]);
    await refund(-1_000_000);
    const again = await proposeRefund(await context(), { id: original });
    expect(again.draft.payment.amountCents).toBe(-5_000_000);
    expect(again.draft.allocations).toMatchObject([{ amountCents: -5_000_000 }]);
    expect(await detail()).toMatchObject({
      refundableCents: 5_000_000,
      refunds: [{ amountCents: -1_000_000, state: "draft" }],
    });
  });

  it("gives back no more than was paid, net of the refunds before it, nor more of a paper", async () => {
    const { context, refund } = await office();
    await refund(-4_000_000);
    expect(await failureOf(() => refund(-2_000_001))).toMatchObject({
      code: "refused",
      message: "FK-2022-0010付款60,000.00元，已退或在退40,000.00元，最多再退20,000.00元，本次退20,000.01元。",
    });
    const { draft } = await proposeRefund(await context(), { id: original });
    const elsewhere = draft.allocations.map((part) => ({ ...part, invoiceId: null }));
    const wrong = { ...draft, allocations: elsewhere };
    expect((await failureOf(async () => savePayment(await context(), wrong))).message).toMatch(
      /退款的分摊超过了/,
    );
    expect((await failureOf(() => refund(-2_000_000, [1]))).code).toBe("refused");
    expect((await failureOf(() => refund(1, []))).message).toBe("退款的金额应为负数。");
    await refund(-2_000_000);
    expect((await failureOf(() => refund(-1))).code).toBe("refused");
  });

  it("gives back the parts with the money: what is back settles nothing", async () => {
    const { context, refund, receive, detail } = await office();
    expect(await failureOf(() => refund(-2_000_000, []))).toMatchObject({
      code: "refused",
      message:
        "退款后FK-2022-0010只剩40,000.00元，期次、发票上的分摊却多出20,000.00元：请把本次退款分摊到原来的期次和发票。",
    });
    expect((await failureOf(() => refund(-2_000_000, [-1_999_999]))).message).toContain("多出0.01元");
    await receive(await refund(-2_000_000));
    expect((await proposeRefund(await context(), { id: original })).draft.allocations).toMatchObject([
      { amountCents: -4_000_000 },
    ]);
    await receive(await refund(-4_000_000));
    expect(await detail()).toMatchObject({ refundableCents: 0 });
    const { usesOfInstalment, instalmentsById } = await (await context()).facts();
    const instalment = instalmentsById.get(quarter) ?? expect.fail("no instalment");
    expect(heldCents(usesOfInstalment.of(instalment), { by: "bound" })).toBe(0);
  });

  it("needs no part for what was never allocated", async () => {
    const { context, ledger, refund, receive } = await office();
    await ledger.write({ actor: "外来", action: "摆好" }, async (tx) => {
      for (const part of await allocationsOf(tx, original))
        await updateRow(tx, "allocation", part.id, { amountCents: cents(4_500_000) });
    });
    await receive(await refund(-1_500_000, []));
    expect((await failureOf(() => refund(-1, []))).message).toContain("多出0.01元");
    const { draft } = await proposeRefund(await context(), { id: original });
    expect([draft.payment.amountCents, draft.allocations.map((part) => part.amountCents)]).toEqual([
      -4_500_000,
      [-4_500_000],
    ]);
  });

  it("that is only asked for frees neither invoice nor instalment; one that is back does", async () => {
    const { context, refund, receive } = await office();
    const free = async () => {
      const facts = await (await context()).facts();
      const row = facts.invoices.byId.get(invoice) ?? expect.fail("no invoice");
      const instalment = facts.instalmentsById.get(quarter) ?? expect.fail("no instalment");
      const shown = (await listInvoiceViews(await context(), { fiscalYear: 2022 })).find(
        ({ id }) => id === invoice,
      );
      return [
        ...[invoiceFreeCents(facts, row), freeCents(facts, instalment), suggestForInvoice(facts, row).length],
        ...[shown?.open, shown?.usedCents],
      ];
    };
    const id = await refund(-6_000_000);
    expect(await free()).toEqual([0, 0, 0, false, 6_000_000]);
    await receive(id);
    expect(await free()).toEqual([6_000_000, 6_000_000, expect.any(Number), true, 0]);
  });

  it("is of a payment made, and of no refund", async () => {
    const { context, refund } = await office();
    const draft = paymentId("publicity-2");
    expect((await failureOf(async () => proposeRefund(await context(), { id: draft }))).message).toContain(
      "没有可退的金额",
    );
    const back = await refund(-100);
    expect((await failureOf(async () => proposeRefund(await context(), { id: back }))).code).toBe("refused");
  });

  it("frees instalment and invoice once it is back, and holds the original in the ledger", async () => {
    const { context, refund, receive, detail } = await office();
    const id = await refund(-6_000_000);
    await receive(id);
    expect(await detail(id)).toMatchObject({ refundOf: { paymentNo: "FK-2022-0010" } });
    expect(await detail()).toMatchObject({ refundableCents: 0 });
    const failure = await failureOf(async () =>
      voidPayment(await context(), { id: original, reason: "作废试验" }),
    );
    expect(failure).toMatchObject({ code: "refused", message: expect.stringContaining("还在使用") });
    await voidPayment(await context(), { id, reason: "银行退错" });
    expect(await detail()).toMatchObject({ refundableCents: 6_000_000, refunds: [] });
  });

  it("says what it gives back before it is approved", async () => {
    const { context, ledger, refund } = await office();
    const id = await refund(-100);
    await ledger.write({ actor: "外来", action: "摆好" }, (tx) =>
      updateRow(tx, "payment", id, { refundOfId: null }),
    );
    await takeStep(await context(), { ...signed, id, action: "submit" });
    const failure = await failureOf(async () =>
      takeStep(await context(), { ...signed, id, action: "approve" }),
    );
    expect(failure.message).toContain("还没有说明退的是哪一笔付款");
  });
});

describe("an invoice taken back after it was paid", () => {
  it("is told on the payment, until money or another invoice makes it good", async () => {
    const { context, detail, refund, receive } = await office();
    expect((await detail()).takenBack).toEqual([]);
    await twinInvoice(await context(), invoice, {
      ...{ number: "22312000000000009998", isRed: 1, grossCents: cents(-2_000_000) },
      blueNumber: (await detail()).allocations[0]?.invoiceNumber ?? "",
    });
    await changeInvoice(await context(), invoice, { status: "redPartial" });
    expect((await detail()).takenBack).toMatchObject([
      {
        why: "已被红字发票22312000000000009998（-20,000.00元）冲销",
        payableCents: 4_000_000,
        settledCents: 6_000_000,
        uncoveredCents: 2_000_000,
      },
    ]);
    await receive(await refund(-500_000));
    expect((await detail()).takenBack).toMatchObject([{ uncoveredCents: 1_500_000 }]);
    await receive(await refund(-1_500_000));
    expect((await detail()).takenBack).toEqual([]);
  });

  it("is exchanged for one of the same seller, and the trace stays", async () => {
    const { context, ledger, detail } = await office();
    const toInvoiceId = await twinInvoice(await context(), invoice, { number: "22312000000000009997" });
    const input = { id: original, by: "沈经办", note: "抬头开错", fromInvoiceId: invoice, toInvoiceId };
    const exchange = async (changes: Partial<typeof input> = {}) =>
      exchangeInvoice(await context(), { ...input, ...changes });
    expect((await failureOf(exchange)).message).toContain("没有需要换票的金额");
    await changeInvoice(await context(), invoice, { status: "void" });
    const other = { toInvoiceId: invoiceId("supplies-2") };
    expect((await failureOf(() => exchange(other))).message).toMatch(/的销方是.*，不是/);
    await exchange();
    const { allocations, steps, takenBack, payment } = await detail();
    expect(allocations).toMatchObject([
      { instalmentId: quarter, invoiceNumber: "22312000000000009997", amountCents: 6_000_000 },
    ]);
    expect([takenBack, payment.state]).toEqual([[], "paid"]);
    expect(steps.at(-1)).toMatchObject({
      action: "exchange",
      by: "沈经办",
      opinion: expect.stringMatching(/^发票\d+换为22312000000000009997，60,000.00元：抬头开错$/),
    });
    const changes = await listChanges(ledger, { limit: 2 });
    expect(changes.map(({ entity, action }) => [entity, action])).toEqual([
      ["paymentStep", "换票"],
      ["allocation", "换票"],
    ]);
  });

  it("is exchanged for what no refund gave back, pair by pair", async () => {
    const { context, ledger, detail, receive } = await office();
    const other = instalmentId("joint", 3);
    await ledger.write({ actor: "外来", action: "摆好" }, async (tx) => {
      const [part = expect.fail("no part")] = await allocationsOf(tx, original);
      await updateRow(tx, "allocation", part.id, { amountCents: cents(4_000_000) });
      const rest = { ...part, id: newId(), instalmentId: other, amountCents: cents(2_000_000) };
      await insertRow(tx, "allocation", rest);
    });
    const { draft } = await proposeRefund(await context(), { id: original });
    const back = async (amount: number, forInstalment: Id) =>
      savePayment(await context(), {
        payment: { ...draft.payment, amountCents: cents(amount) },
        allocations: [{ instalmentId: forInstalment, invoiceId: invoice, amountCents: cents(amount) }],
      });
    await receive(await back(-2_000_000, other));
    const asked = await back(-1_000_000, quarter);
    await changeInvoice(await context(), invoice, { status: "void" });
    const toInvoiceId = await twinInvoice(await context(), invoice, {
      ...{ number: "22312000000000009994", status: "normal" },
    });
    const exchange = async () =>
      exchangeInvoice(await context(), {
        ...{ id: original, by: "沈经办", note: "" },
        ...{ fromInvoiceId: invoice, toInvoiceId },
      });
    await exchange();
    const parts = (await detail()).allocations.map((part) => [
      ...[part.instalmentId, part.invoiceId, part.amountCents],
    ]);
    expect(parts.toSorted()).toEqual(
      [
        [quarter, invoice, 1_000_000],
        [quarter, toInvoiceId, 3_000_000],
        [other, invoice, 2_000_000],
      ].toSorted(),
    );
    expect((await failureOf(exchange)).message).toContain("没有发票的部分都已登记退款");
    await receive(asked);
    const again = await proposeRefund(await context(), { id: original });
    expect(again.draft.allocations).toEqual([
      { instalmentId: quarter, invoiceId: toInvoiceId, amountCents: -3_000_000 },
    ]);
    await savePayment(await context(), again.draft);
  });

  it("is not exchanged for one that has not enough left, nor in a closed year", async () => {
    const { context, closeYear, detail } = await office();
    await changeInvoice(await context(), invoice, { status: "void" });
    const small = await twinInvoice(await context(), invoice, {
      ...{ number: "22312000000000009996", status: "normal", grossCents: cents(5_999_999) },
    });
    const input = { id: original, by: "沈经办", note: "", fromInvoiceId: invoice };
    const to = async (toInvoiceId: Id) => exchangeInvoice(await context(), { ...input, toInvoiceId });
    expect((await failureOf(() => to(small))).message).toBe(
      "发票22312000000000009996可用的余额是59,999.99元，不够60,000.00元。",
    );
    const whole = await twinInvoice(await context(), invoice, {
      number: "22312000000000009995",
      status: "normal",
    });
    await closeYear();
    expect((await failureOf(() => to(whole))).message).toContain("2022 年度已关账");
    expect((await detail()).takenBack).toHaveLength(1);
  });
});

describe("an advance", () => {
  it("is covered by the invoices that come after it, a part at a time", async () => {
    const { context, detail, exportPath } = await office();
    await importInvoices(await context(), { path: exportPath });
    await makeAdvance(await context(), original);
    expect((await detail()).openAdvanceCents).toBe(6_000_000);
    const offset = async (amount: number) =>
      offsetAdvance(await context(), {
        ...{ id: original, by: "沈经办", note: "" },
        ...{ invoiceId: invoice, amountCents: cents(amount) },
      });
    await offset(2_500_000);
    const { allocations, openAdvanceCents, steps } = await detail();
    expect(openAdvanceCents).toBe(3_500_000);
    expect(
      allocations.map((part) => [part.instalmentId, part.invoiceId, part.amountCents]).toSorted(),
    ).toEqual(
      [
        [quarter, null, 3_500_000],
        [quarter, invoice, 2_500_000],
      ].toSorted(),
    );
    expect(steps.at(-1)).toMatchObject({ action: "offset" });
    expect((await failureOf(() => offset(3_500_001))).message).toContain("还没有冲销的预付款是35,000.00元");
    await offset(3_500_000);
    expect((await detail()).openAdvanceCents).toBe(0);
  });

  it("is one only when it was paid as such", async () => {
    const { context } = await office();
    const input = { id: original, by: "沈经办", note: "", invoiceId: invoice, amountCents: cents(1) };
    const failure = await failureOf(async () => offsetAdvance(await context(), input));
    expect(failure.message).toContain("还没有冲销的预付款是0.00元");
    const open = { ...input, id: paymentId("publicity-2") };
    expect((await failureOf(async () => offsetAdvance(await context(), open))).message).toContain(
      "还没有付出",
    );
  });
});
