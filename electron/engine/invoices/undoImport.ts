import type { BatchObstacle } from "#shared/api/invoiceLife.ts";
import type { InvoiceUse } from "#shared/invoices/relation.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ImportBatch, ImportRow } from "#shared/model/invoice.ts";
import { paymentWords } from "#shared/words/words.ts";
import { releasePapers } from "../papers/linkWaiting.ts";
import { throwIfCancelled } from "../pause.ts";
import { importRowsOf } from "../store/batches.ts";
import { invoiceLinesOf, invoicesOfBatch } from "../store/invoices.ts";
import { updateRow, voidRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { voidRows } from "../store/voidRows.ts";
import type { ImportContext } from "./importContext.ts";
import { liveBatch } from "./liveBatch.ts";
import { undoObstacles } from "./undoObstacles.ts";
import { parseUndoState, replaceLines } from "./undoState.ts";

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
    const changed = await importRowsOf(tx, batchId, { result: "changed" });
    refuse(await undoObstacles(tx, batch));
    for (const row of changed) {
      throwIfCancelled(context.signal);
      await restore(tx, row);
    }
    const ids = fresh.map(({ id }) => id);
    await releasePapers(tx, ids);
    await voidRows(tx, "invoice", ids, { reason, note: { batchId } }, { signal: context.signal });
    return voidRow(tx, "importBatch", batchId, reason);
  });
}

/** One kind at a time: what has to be done first is said first. */
function refuse(obstacles: readonly BatchObstacle[]): void {
  const [first] = obstacles;
  if (first === undefined) return;
  const same = obstacles.filter(({ kind }) => kind === first.kind);
  const invoices = new Set(same.map(({ invoiceId }) => invoiceId)).size;
  switch (first.kind) {
    case "used":
      throw refused(
        `这批发票已有${invoices}张用于付款，不能整批撤销`,
        same.map(({ number, use }) => `${number}（${use === null ? "" : textOfUse(use)}）`),
        "请先在这些付款单中去掉发票，或作废付款单，再撤销导入。",
      );
    case "laterBatch":
      throw refused(
        "这批发票后来又被别的导入更新过，不能先撤销这一批",
        same.map(({ number, fileName }) => `${number}（${fileName ?? ""}）`),
        "请先撤销后来的那一批导入。",
      );
    case "changed":
      throw refused(
        "导入之后又有改动的发票不能恢复",
        same.map(({ number }) => number),
        "请先把这张发票改回导入后的样子，或改为手工修改。",
      );
    default:
      first.kind satisfies never;
  }
}

const textOfUse = ({ paymentNo, state, amountCents }: InvoiceUse): string =>
  `付款单${paymentNo}，${paymentWords[state]}${formatYuan(amountCents)}元`;

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
  const before = Object.fromEntries(Object.entries(invoice).filter(([column]) => column in after));
  await updateRow(tx, "invoice", invoiceId, before);
  if (lines !== undefined) await replaceLines(tx, await invoiceLinesOf(tx, [invoiceId]), lines);
}
