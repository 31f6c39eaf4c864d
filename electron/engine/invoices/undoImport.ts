import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ImportBatch, ImportRow, Invoice } from "#shared/model/invoice.ts";
import { importRowsOf } from "../store/batches.ts";
import { throwIfCancelled } from "../store/bulk.ts";
import { findInvoice, invoiceLinesOf, invoicesOfBatch } from "../store/invoices.ts";
import { allocationsOfInvoices, listPayments } from "../store/payments.ts";
import { updateRow, voidRow } from "../store/rows.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";
import { voidRows } from "../store/voidRows.ts";
import type { ImportContext } from "./importContext.ts";
import { laterChanges } from "./laterChanges.ts";
import { liveBatch } from "./liveBatch.ts";
import { parseUndoState, replaceLines, type UndoState } from "./undoState.ts";

type UndoRequest = Readonly<{ batchId: Id; reason: string }>;

/**
 * Takes a whole import back: its new invoices are voided, changed ones get back what they were. All of it or nothing:
 * fails with `refused` and the list when an invoice is used by a payment or was changed since.
 */
export async function undoImport(
  context: ImportContext,
  { batchId, reason }: UndoRequest,
): Promise<ImportBatch> {
  const batch = await liveBatch(context.ledger, "invoices", batchId);
  return context.write(`撤销导入：${batch.fileName}`, async (tx) => {
    const fresh = await invoicesOfBatch(tx, batchId);
    const changed = (await importRowsOf(tx, batchId)).filter(({ result }) => result === "changed");
    await refuseUsed(tx, fresh);
    await refuseChangedLater(tx, batch, [
      ...fresh.map(({ id }) => id),
      ...changed.flatMap(({ invoiceId }) => invoiceId ?? []),
    ]);
    for (const row of changed) {
      throwIfCancelled(context.signal);
      await restore(tx, row);
    }
    const ids = fresh.map(({ id }) => id);
    await voidRows(tx, "invoice", ids, { reason, note: { batchId } }, { signal: context.signal });
    return voidRow(tx, "importBatch", batchId, reason);
  });
}

async function refuseUsed(tx: ReadableLedger, fresh: readonly Invoice[]): Promise<void> {
  const used = await allocationsOfInvoices(
    tx,
    fresh.map(({ id }) => id),
  );
  if (used.length === 0) return;
  const payments = new Map((await listPayments(tx)).map((payment) => [payment.id, payment.paymentNo]));
  const numbers = new Map(fresh.map(({ id, number }) => [id, number]));
  const listed = used.map(({ invoiceId, paymentId }) => {
    const number = invoiceId === null ? "" : (numbers.get(invoiceId) ?? "");
    return `${number}（付款单${payments.get(paymentId) ?? ""}）`;
  });
  throw refused(
    `这批发票已有${new Set(used.map((row) => row.invoiceId)).size}张用于付款，不能整批撤销`,
    listed,
    "请先在这些付款单中去掉发票，或作废付款单，再撤销导入。",
  );
}

async function refuseChangedLater(
  tx: ReadableLedger,
  batch: ImportBatch,
  invoiceIds: readonly Id[],
): Promise<void> {
  const later = await laterChanges(tx, batch, invoiceIds);
  if (later.length === 0) return;
  const listed = later.map(({ number, fileName }) => `${number}（${fileName}）`);
  throw refused("这批发票后来又被别的导入更新过，不能先撤销这一批", listed, "请先撤销后来的那一批导入。");
}

const listLimit = 10;

const refused = (what: string, listed: readonly string[], hint: string): UserError => {
  const unique = [...new Set(listed)];
  const rest = unique.length > listLimit ? `等${unique.length}项` : "";
  return new UserError({
    code: "refused",
    message: `${what}：${unique.slice(0, listLimit).join("、")}${rest}。没有撤销任何内容。`,
    hint,
    details: { count: unique.length },
  });
};

async function restore(tx: WritableLedger, { number, invoiceId, beforeJson }: ImportRow): Promise<void> {
  if (invoiceId === null || beforeJson === null)
    throw new Error(`import row of ${number} has nothing to restore`);
  const { invoice, after, lines } = parseUndoState(beforeJson);
  const now = await findInvoice(tx, invoiceId);
  if (now === undefined || now.voidedAt !== null || !stillAs(now, after)) {
    throw refused(
      "导入之后又有改动的发票不能恢复",
      [number],
      "请先把这张发票改回导入后的样子，或改为手工修改。",
    );
  }
  const before = Object.fromEntries(Object.entries(invoice).filter(([column]) => column in after));
  await updateRow(tx, "invoice", invoiceId, before);
  if (lines !== undefined) await replaceLines(tx, await invoiceLinesOf(tx, [invoiceId]), lines);
}

const stillAs = (now: Invoice, after: UndoState["after"]): boolean =>
  Object.entries(after).every(([column, value]) =>
    Object.entries(now).some(([name, is]) => name === column && is === value),
  );
