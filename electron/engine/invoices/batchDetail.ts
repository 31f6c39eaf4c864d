import type { BatchDetail } from "#shared/api/invoiceLife.ts";
import { invoiceAlarm } from "#shared/invoices/alarm.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ImportRow } from "#shared/model/invoice.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../context.ts";
import { findBatch, importRowsOf } from "../store/batches.ts";
import { found } from "../store/found.ts";
import { keptSheets } from "./keptRows.ts";
import { undoObstacles } from "./undoObstacles.ts";

/** An import looked at again: how the list was read, and what stands in the way of undoing it. Its rows are asked for apart. */
export async function batchDetail(context: Context, id: Id): Promise<BatchDetail> {
  const { ledger } = context;
  const batch = found(await findBatch(ledger, id), "importBatch", id);
  const isLive = batch.voidedAt === null;
  return {
    batch,
    sheets: keptSheets(batch.sheetsJson),
    alarms: isLive
      ? alarmsOf(await context.facts(), id, await importRowsOf(ledger, id, { result: "changed" }))
      : [],
    obstacles: isLive ? await undoObstacles(ledger, batch) : [],
  };
}

/** Of the invoices that the batch changed, and of those that its red ones take back. */
function alarmsOf(facts: Facts, batchId: Id, changedRows: readonly ImportRow[]): BatchDetail["alarms"] {
  const changed = changedRows.flatMap(({ invoiceId }) =>
    invoiceId !== null ? (facts.invoices.byId.get(invoiceId) ?? []) : [],
  );
  const blue = facts.rows.invoice.flatMap((invoice) =>
    invoice.isRed === 1 &&
    invoice.blueNumber !== null &&
    (invoice.batchId === batchId || changed.includes(invoice))
      ? (facts.invoices.withNumber(invoice.blueNumber) ?? [])
      : [],
  );
  return [...new Set([...changed, ...blue])].flatMap((invoice) => invoiceAlarm(facts, invoice) ?? []);
}
