import { describe, expect, it } from "vitest";
import { undoImport } from "#engine/invoices/undoImport.ts";
import { documentText, dumpLedger } from "#engine/ledger/dumpLedger.ts";
import { getPayment } from "#engine/payments/getPayment.ts";
import { commitPayments } from "#engine/payments/import/commitPayments.ts";
import { proposeRefund } from "#engine/payments/proposeRefund.ts";
import { savePayment } from "#engine/payments/savePayment.ts";
import { takeStep } from "#engine/payments/takeStep.ts";
import { importRowsOf } from "#engine/store/batches.ts";
import { verifyChain } from "#engine/store/chain.ts";
import { updateRow } from "#engine/store/rows.ts";
import type { Payment } from "#shared/model/payment.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { sampleImport } from "./desk.ts";

const row = { 日期: "2022-05-10", 收款方: "某某办公用品店", 金额: "120.00", 用途: "文具", 凭证号: "记-9001" };

describe("an import of payments", () => {
  it("is a batch: payments with their step, and what became of each row", async () => {
    const { commit, payments, context, ledger } = await sampleImport();
    const rows = [row, { ...row, 凭证号: "记-9002", 金额: "x" }, { ...row, 凭证号: "记-9003" }];
    const batch = await commit(rows);
    expect(batch).toMatchObject({
      ...{ kind: "payments", source: "付款记录（已付）", rowCount: 3, newCount: 2, rejectedCount: 1 },
    });
    const made = (await payments()).filter(({ batchId }) => batchId === batch.id);
    expect(made.map(({ state, paidOn, voucherNo }) => [state, paidOn, voucherNo]).toSorted()).toEqual([
      ["paid", "2022-05-10", "记-9001"],
      ["paid", "2022-05-10", "记-9003"],
    ]);
    const { steps } = await getPayment(await context(), made[0]?.id ?? expect.fail("no payment"));
    expect(steps).toMatchObject([
      { seq: 1, action: "pay", opinion: expect.stringMatching(/^由导入登记：付款1\.xlsx 第\d行$/) },
    ]);
    const kept = await importRowsOf(ledger, batch.id);
    expect(kept.map(({ rowNo, result, message }) => [rowNo, result, message])).toEqual([
      [4, "new", "收款方没有登记为供应商。"],
      [5, "rejected", "第5行金额“x”不是金额。"],
      [6, "new", "收款方没有登记为供应商。"],
    ]);
    expect(await verifyChain(ledger)).toMatchObject({ kind: "whole" });
  });

  it("once more changes nothing and has nothing to take", async () => {
    const { commit, told } = await sampleImport();
    await commit([row]);
    expect(await told([row])).toEqual(["unchanged："]);
    expect(await failureOf(() => commit([row]))).toMatchObject({
      code: "refused",
      message: expect.stringContaining("没有可以导入的付款"),
    });
  });

  it("as drafts signs nothing and takes no step", async () => {
    const { commit, payments, context } = await sampleImport();
    const batch = await commit([{ ...row, 审核: "陆审核", 审批: "顾审批" }], { state: "draft" });
    const [made] = (await payments()).filter(({ batchId }) => batchId === batch.id);
    expect(made).toMatchObject({ state: "draft", paidOn: null, reviewedBy: "", approvedBy: "" });
    expect((await getPayment(await context(), made?.id ?? expect.fail("no payment"))).steps).toEqual([]);
  });

  it("brings refunds, up to what was paid", async () => {
    const { commit, told, payments, context } = await sampleImport();
    const original = (await payments()).find(({ contractNo, state }) => contractNo && state === "paid");
    if (original === undefined) throw new Error("no payment");
    const whole = original.amountCents / 100;
    const back = { ...row, 收款方: original.payeeName, 原付款编号: original.paymentNo };
    expect(await told([{ ...back, 金额: `-${whole}.01` }])).toEqual([
      expect.stringMatching(/^rejected：FK-2022-\d+最多再退/),
    ]);
    const halves = [
      { ...back, 金额: `-${whole - 1}` },
      { ...back, 金额: "-2", 凭证号: "记-9009" },
    ];
    expect((await told(halves)).map((text) => text.split("：")[0])).toEqual(["new", "rejected"]);
    await commit([{ ...back, 金额: `-${whole}` }]);
    const { refundableCents, refunds } = await getPayment(await context(), original.id);
    expect([refundableCents, refunds]).toMatchObject([0, [{ amountCents: -original.amountCents }]]);
  });

  it("that would come out otherwise than it was shown is not made", async () => {
    const { preview, context, payments } = await sampleImport();
    const shown = await preview([row]);
    const again = await preview([{ ...row, 凭证号: "记-9100" }]);
    await commitPayments(await context(), shown);
    const before = (await payments()).length;
    expect((await failureOf(async () => commitPayments(await context(), shown))).code).toBe("conflict");
    expect((await payments()).length).toBe(before);
    // What was written does not bear on this one.
    await commitPayments(await context(), again);
    expect((await payments()).length).toBe(before + 1);
  });
});

describe("an import of a payment that is under way", () => {
  /** The sample's pending payment, reviewed, with and without some words. */
  async function underWay(changes: Partial<Payment>) {
    const desk = await sampleImport();
    const [open] = (await desk.payments()).filter(({ state }) => state === "pending");
    const payment = open ?? expect.fail("no payment in review");
    await desk.ledger.write({ actor: "外来", action: "摆好" }, (tx) =>
      updateRow(tx, "payment", payment.id, { reviewedBy: "王审核", payeeAccountNo: "", ...changes }),
    );
    const row = {
      ...{ 付款编号: payment.paymentNo, 日期: payment.requestedOn, 收款方: payment.payeeName },
      金额: String(payment.amountCents / 100),
    };
    return {
      ...desk,
      row,
      now: async () => getPayment(await desk.context(), payment.id),
      change: (columns: Partial<Payment>) =>
        desk.ledger.write({ actor: "外来", action: "摆好" }, (tx) =>
          updateRow(tx, "payment", payment.id, columns),
        ),
    };
  }
  const account = "6222000011112222333";

  it("takes the review off when it fills in what was missing, and so does taking it back", async () => {
    const { commit, row, now, change, undo } = await underWay({});
    const batch = await commit([{ ...row, 收款账号: account }], { state: "draft" });
    const { payment, steps } = await now();
    expect(payment).toMatchObject({ payeeAccountNo: account, state: "pending", reviewedBy: "" });
    expect(steps.at(-1)).toMatchObject({ action: "return", opinion: "审核后又有修改，需要重新审核" });
    await change({ reviewedBy: "王审核" });
    await undo(batch.id);
    expect((await now()).payment).toMatchObject({ payeeAccountNo: "", reviewedBy: "" });
  });

  it("leaves what was approved as it was signed, save for what is written beside it", async () => {
    const { told, commit, row, now } = await underWay({ state: "approved", voucherNo: "" });
    const file = [{ ...row, 收款账号: account }];
    expect(await told(file, { state: "draft" })).toEqual([
      expect.stringMatching(
        /^conflict：.*收款账号账本中是空，文件中是6222.*不覆盖；请核对，要改的先退回待审。$/,
      ),
    ]);
    expect((await failureOf(() => commit(file, { state: "draft" }))).code).toBe("refused");
    await commit([{ ...row, 凭证号: "记-0077" }], { state: "draft" });
    expect((await now()).payment).toMatchObject({
      ...{ state: "approved", reviewedBy: "王审核", voucherNo: "记-0077", payeeAccountNo: "" },
    });
  });

  it("stays for good once it was signed with what the import had filled in", async () => {
    const { commit, row, change, undo } = await underWay({});
    const batch = await commit([{ ...row, 收款账号: account }], { state: "draft" });
    await change({ state: "approved" });
    expect((await failureOf(() => undo(batch.id))).message).toMatch(/已批，导入的内容已随它签批，不能恢复/);
    await change({ state: "pending" });
    await undo(batch.id);
  });
});

describe("undoing an import of payments", () => {
  it("voids what it brought, gives back what it changed, and lets it be imported again", async () => {
    const { commit, undo, payments, ledger } = await sampleImport();
    const known = (await payments()).find(({ state, capitalText }) => state === "paid" && capitalText === "");
    if (known === undefined) throw new Error("no payment");
    const before = await payments();
    const rows = [
      { ...row, 付款编号: "LZ-1" },
      {
        ...{ 付款编号: known.paymentNo, 日期: known.paidOn ?? "", 收款方: known.payeeName },
        ...{ 金额: String(known.amountCents / 100), 大写金额: "补记" },
      },
    ];
    const batch = await commit(rows);
    expect((await payments()).find(({ id }) => id === known.id)?.capitalText).toBe("补记");
    expect(await undo(batch.id)).toMatchObject({ voidReason: "导错了文件" });
    expect(await payments()).toEqual(before);
    expect((await failureOf(() => undo(batch.id))).message).toContain("已于");
    await commit(rows);
    expect((await payments()).map(({ paymentNo }) => paymentNo)).toContain("LZ-1");
    expect(await verifyChain(ledger)).toMatchObject({ kind: "whole" });
  });

  it("is refused with the list while something rests on it, and changes nothing then", async () => {
    const { commit, undo, payments, context, ledger } = await sampleImport();
    const numbered = ["LZ-1", "LZ-2", "LZ-3"].map((no) => ({ ...row, 付款编号: no, 凭证号: no }));
    const batch = await commit(numbered);
    const made = async (no: string) =>
      (await payments()).find(({ paymentNo }) => paymentNo === no)?.id ?? expect.fail(no);
    const { draft } = await proposeRefund(await context(), { id: await made("LZ-1") });
    await savePayment(await context(), draft);
    const second = await made("LZ-2");
    await (await context()).write("改备注", (tx) => updateRow(tx, "payment", second, { note: "改过" }));
    const before = documentText(await dumpLedger(ledger));
    const failure = await failureOf(() => undo(batch.id));
    expect(failure).toMatchObject({ code: "refused", details: { count: 2 } });
    expect(failure.message).toMatch(/LZ-1（退款FK-2022-\d+）、LZ-2（后来修改过）/);
    expect(documentText(await dumpLedger(ledger))).toBe(before);
  });

  it("is refused for drafts that were taken on since", async () => {
    const { commit, undo, payments, context } = await sampleImport();
    const batch = await commit([row], { state: "draft" });
    const [made] = (await payments()).filter(({ batchId }) => batchId === batch.id);
    const step = { action: "submit", by: "王经办", opinion: "", paidOn: null } as const;
    await takeStep(await context(), { ...step, id: made?.id ?? expect.fail("no payment") });
    expect((await failureOf(() => undo(batch.id))).message).toContain("（已提交）");
  });

  it("is none of the invoices' business, nor the other way round", async () => {
    const { commit, undo, context } = await sampleImport();
    const batch = await commit([row]);
    const asInvoices = async () => undoImport(await context(), { batchId: batch.id, reason: "试验" });
    expect((await failureOf(asInvoices)).hint).toContain("在“付款”里撤销");
    const { rows } = await (await context()).facts();
    const invoices = rows.invoice.find(({ batchId }) => batchId !== null)?.batchId;
    expect((await failureOf(() => undo(invoices ?? expect.fail("no batch")))).hint).toContain(
      "在“发票”里撤销",
    );
  });
});
