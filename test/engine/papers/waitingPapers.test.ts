import { describe, expect, it } from "vitest";
import { voidAttachment } from "#engine/attachments/attachments.ts";
import { previewUndo, undoStep } from "#engine/history/undo.ts";
import { undoImport } from "#engine/invoices/undoImport.ts";
import { voidInvoice } from "#engine/invoices/voidInvoice.ts";
import { missingPaperCount, missingPapers } from "#engine/papers/missingPapers.ts";
import { assignPaper, discardPaper, waitingPapers } from "#engine/papers/waitingPapers.ts";
import { verifyChain } from "#engine/store/chain.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import type { Id } from "#shared/kernel/id.ts";
import { invoiceOf, numberOf } from "#test/engine/invoices/office.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { idOf } from "#test/engine/support/smallOffice.ts";
import { paperDesk, ticketPdf } from "./paperDesk.ts";

async function waitingDesk() {
  const desk = await paperDesk();
  desk.put("三.pdf", ticketPdf({ number: numberOf(3) }));
  const taken = await desk.take("三.pdf");
  const waiting = async () => waitingPapers(await desk.context());
  return { ...desk, taken, waiting };
}

const paperOf = (papers: readonly { id: Id; invoiceId: Id | null }[]) => papers[0]?.invoiceId;

describe("a paper whose invoice is not there yet", () => {
  it("waits, is said to, and is not doubled", async () => {
    const { taken, waiting, take } = await waitingDesk();
    expect(taken).toMatchObject([
      {
        result: "waiting",
        message: `账本里还没有发票${numberOf(3)}，文件已收下，等发票导入或手工登记后自动对应。`,
      },
    ]);
    expect(await waiting()).toMatchObject([{ fileName: "三.pdf", number: numberOf(3), addedBy: "王经办" }]);
    expect(await take("三.pdf")).toMatchObject([
      { result: "already", message: `内容相同的文件已经在等发票${numberOf(3)}，没有再存一份。` },
    ]);
    expect(await waiting()).toHaveLength(1);
  });

  it("finds it in the import that brings it, and leaves a trace there", async () => {
    const { bring, waiting, papers, invoiceIdOf, ledger } = await waitingDesk();
    await bring(invoiceOf(3));
    expect(await waiting()).toEqual([]);
    expect(paperOf(await papers())).toBe(await invoiceIdOf(3));
    const [change] = await listChanges(ledger, {
      entity: "attachment",
      entityId: idOf((await papers())[0]),
      limit: 1,
    });
    expect(change).toMatchObject({ action: expect.stringContaining("导入发票") });
    expect((await verifyChain(ledger)).kind).toBe("whole");
  });

  it("waits again when that import is undone, and is found once more", async () => {
    const { bring, waiting, papers, invoiceIdOf, context } = await waitingDesk();
    const { batch } = await bring(invoiceOf(3));
    await undoImport(await context(), {
      batchId: idOf(batch === null ? undefined : { id: batch }),
      reason: "导错了",
    });
    expect(await waiting()).toHaveLength(1);
    await bring(invoiceOf(3));
    expect(paperOf(await papers())).toBe(await invoiceIdOf(3));
  });

  it("waits again when its invoice is voided by hand, which is said when it comes once more", async () => {
    const { put, take, waiting, context, invoiceIdOf } = await waitingDesk();
    put("一.pdf", ticketPdf({ number: numberOf(1) }));
    await take("一.pdf");
    await voidInvoice(await context(), { id: await invoiceIdOf(1), reason: "不是本单位的" });
    expect((await waiting()).map(({ number }) => number)).toEqual([numberOf(3), numberOf(1)]);
    put("一另.pdf", ticketPdf({ number: numberOf(1), gross: "1.00" }));
    expect((await take("一另.pdf"))[0]).toMatchObject({
      result: "waiting",
      message: expect.stringContaining("已作废（不是本单位的）"),
    });
  });

  it("is no attachment of a record until then", async () => {
    const { waiting, context } = await waitingDesk();
    const id = idOf((await waiting())[0]);
    const change = async () => voidAttachment(await context(), { id, reason: "放错了" });
    expect((await failureOf(change)).message).toBe("附件“三.pdf”还在等它的发票，没有改动。");
    expect(await waiting()).toHaveLength(1);
  });

  it("goes when its taking is undone, and its content stays for the log", async () => {
    const { waiting, context } = await waitingDesk();
    const preview = await previewUndo(await context(), { which: "undo" });
    await undoStep(await context(), { step: preview?.step.step ?? 0 });
    expect(await waiting()).toEqual([]);
  });

  it("is given one by hand, or discarded with a reason", async () => {
    const { put, take, waiting, context, invoiceIdOf, papers } = await waitingDesk();
    const attachmentId = idOf((await waiting())[0]);
    await assignPaper(await context(), { attachmentId, invoiceId: await invoiceIdOf(2) });
    expect(paperOf(await papers())).toBe(await invoiceIdOf(2));
    const again = async () => assignPaper(await context(), { attachmentId, invoiceId: await invoiceIdOf(1) });
    expect((await failureOf(again)).message).toBe("找不到这份等发票的原件。");
    put("四.pdf", ticketPdf({ number: numberOf(4) }));
    await take("四.pdf");
    await discardPaper(await context(), { id: idOf((await waiting())[0]), reason: "不是本单位的发票" });
    expect(await waiting()).toEqual([]);
  });
});

describe("invoices without a paper", () => {
  it("are listed until they have one", async () => {
    const { put, take, context } = await paperDesk();
    const missing = async (fiscalYear: number | null) =>
      (await missingPapers(await context(), { fiscalYear })).map(({ number }) => number);
    expect(await missing(2022)).toEqual([numberOf(1), numberOf(2)]);
    put("一.pdf", ticketPdf({ number: numberOf(1) }));
    await take("一.pdf");
    expect(await missing(null)).toEqual([numberOf(2)]);
    expect(await missing(2021)).toEqual([]);
    const counted = async (fiscalYear: number | null) =>
      missingPaperCount(await (await context()).facts(), { fiscalYear });
    expect(await counted(2022)).toEqual({ count: 1, onPayments: 0 });
    expect(await counted(2021)).toEqual({ count: 0, onPayments: 0 });
  });

  it("are not those that the seller voided", async () => {
    const { bring, context } = await paperDesk();
    await bring(invoiceOf(5, { status: "已作废" }));
    const missing = await missingPapers(await context(), { fiscalYear: 2022 });
    expect(missing.map(({ number }) => number)).not.toContain(numberOf(5));
  });
});
