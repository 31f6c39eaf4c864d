import { z } from "zod";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ImportBatch, ImportRow } from "#shared/model/invoice.ts";
import { type Payment, type PaymentStep, payment } from "#shared/model/payment.ts";
import { excessOf } from "#shared/payments/excess.ts";
import { isSigned } from "#shared/payments/import/patch.ts";
import { paymentWords } from "#shared/words/words.ts";
import type { Context } from "../../context.ts";
import { liveBatch } from "../../invoices/liveBatch.ts";
import { throwIfCancelled } from "../../pause.ts";
import { importRowsOf } from "../../store/batches.ts";
import { insertRows } from "../../store/bulk.ts";
import { newId } from "../../store/newId.ts";
import { findPayment, lastStepSeqs, paymentsOfBatch } from "../../store/payments.ts";
import { updateRow, voidRow } from "../../store/rows.ts";
import type { WritableLedger } from "../../store/types.ts";
import { voidRows } from "../../store/voidRows.ts";
import { takeReviewOff } from "../savePayment.ts";
import { laterUses } from "./laterUses.ts";

type UndoRequest = Readonly<{ batchId: Id; reason: string }>;

/** `beforeJson` of a row that changed a payment: what it was, and the columns as the batch set them. */
const undoState = z.strictObject({ payment, after: payment.partial() });

/**
 * Takes a whole import back: its payments are voided, changed ones get back what they were. All of it or nothing: fails
 * with `refused` and the list when something rests on one of them by now.
 */
export async function undoPayments(context: Context, { batchId, reason }: UndoRequest): Promise<ImportBatch> {
  const batch = await liveBatch(context.ledger, "payments", batchId);
  return context.write(`撤销导入：${batch.fileName}`, async (tx) => {
    const fresh = await paymentsOfBatch(tx, batchId);
    const changed = (await importRowsOf(tx, batchId)).filter(({ result }) => result === "changed");
    await refuseUsed(tx, batch, fresh, changed);
    for (const row of changed) {
      throwIfCancelled(context.signal);
      await restore(tx, context, row);
    }
    // Refunds last: without them, what they gave back would be settled twice for a moment.
    const ids = fresh.toSorted((a, b) => b.amountCents - a.amountCents).map(({ id }) => id);
    const before = await excessOfOriginals(tx, context, fresh);
    await voidRows(tx, "payment", ids, { reason, note: { batchId } }, { signal: context.signal });
    const after = await excessOfOriginals(tx, context, fresh);
    refuseUncovered(after.filter((sentence) => !before.includes(sentence)));
    await insertRows(tx, "paymentStep", await voidSteps(tx, context, ids, reason), {
      signal: context.signal,
    });
    return voidRow(tx, "importBatch", batchId, reason);
  });
}

/** What the payments that the refunds of a batch gave back are beyond, in words. */
async function excessOfOriginals(
  tx: WritableLedger,
  context: Context,
  fresh: readonly Payment[],
): Promise<readonly string[]> {
  const originals = new Set(fresh.flatMap(({ refundOfId }) => refundOfId ?? []));
  if (originals.size === 0) return [];
  const facts = await context.factsIn(tx, context.clock.today());
  return [...originals].flatMap((id) => {
    const original = facts.paymentsById.get(id);
    return original === undefined ? [] : excessOf(facts, original).map(({ sentence }) => sentence);
  });
}

function refuseUncovered(excess: readonly string[]): void {
  if (excess.length === 0) return;
  throw new UserError({
    code: "refused",
    message: `这批里有退款，撤销后${excess.join("；")}。没有撤销任何内容。`,
    hint: "请先作废用到退回部分的付款；退款确实没有发生的，请到这笔退款上单独作废。",
  });
}

async function voidSteps(
  tx: WritableLedger,
  { clock, officer }: Context,
  ids: readonly Id[],
  reason: string,
): Promise<readonly PaymentStep[]> {
  const last = await lastStepSeqs(tx, ids);
  return ids.map((paymentId) => ({
    id: newId(),
    paymentId,
    seq: (last.get(paymentId) ?? 0) + 1,
    action: "void",
    by: officer,
    at: clock.now(),
    opinion: reason.trim(),
    findingsJson: null,
  }));
}

const listLimit = 10;

async function refuseUsed(
  tx: WritableLedger,
  batch: ImportBatch,
  fresh: readonly Payment[],
  changed: readonly ImportRow[],
): Promise<void> {
  const uses = await laterUses(tx, batch, {
    fresh,
    changedIds: changed.flatMap(({ paymentId }) => paymentId ?? []),
  });
  if (uses.length === 0) return;
  const listed = uses.slice(0, listLimit).map(({ paymentNo, why }) => `${paymentNo}（${why}）`);
  const rest = uses.length > listLimit ? `等${uses.length}笔` : "";
  throw new UserError({
    code: "refused",
    message: `这批付款有${uses.length}笔后来又有用处，不能整批撤销：${listed.join("、")}${rest}。没有撤销任何内容。`,
    hint: "请先作废或改回用到它们的记录；只有个别付款有误的，请单独作废。",
    details: { count: uses.length },
  });
}

async function restore(
  tx: WritableLedger,
  context: Context,
  { number, paymentId, beforeJson }: ImportRow,
): Promise<void> {
  if (paymentId === null || beforeJson === null)
    throw new Error(`import row of ${number} has nothing to restore`);
  const { payment: old, after } = undoState.parse(JSON.parse(beforeJson));
  const now = await findPayment(tx, paymentId);
  if (now === undefined || !stillAs(now, after)) {
    throw new UserError({
      code: "refused",
      message: `${old.paymentNo}在导入之后又有改动，不能恢复。没有撤销任何内容。`,
      hint: "请先把这笔付款改回导入后的样子，或改为手工修改。",
    });
  }
  const signedSince = now.state !== old.state && (now.state === "approved" || now.state === "paid");
  if (signedSince && Object.keys(after).some(isSigned)) {
    throw new UserError({
      code: "refused",
      message: `${old.paymentNo}在导入之后${paymentWords[now.state]}，导入的内容已随它签批，不能恢复。没有撤销任何内容。`,
      hint: now.state === "approved" ? "请先把这笔付款退回待审，再撤销导入。" : "请保留这批导入。",
    });
  }
  const before = Object.fromEntries(Object.entries(old).filter(([column]) => column in after));
  await takeReviewOff(tx, context, await updateRow(tx, "payment", paymentId, before));
}

const stillAs = (now: Payment, after: z.infer<typeof undoState>["after"]): boolean => {
  const columns = new Map<string, unknown>(Object.entries(now));
  return (
    now.voidedAt === null && Object.entries(after).every(([column, value]) => columns.get(column) === value)
  );
};
