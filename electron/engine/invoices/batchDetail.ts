import type { BatchDetail, BatchRow, KeptSheet } from "#shared/api/invoiceLife.ts";
import { invoiceAlarm } from "#shared/invoices/alarm.ts";
import { invoiceBrief } from "#shared/invoices/invoiceBrief.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ImportRow, Invoice } from "#shared/model/invoice.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../context.ts";
import { findBatch, importRowsOf } from "../store/batches.ts";
import { found } from "../store/found.ts";
import { invoicesByIds } from "../store/invoices.ts";
import { keptCells, keptChanges, keptSheets } from "./keptRows.ts";
import { undoObstacles } from "./undoObstacles.ts";

/** More rows than a person looks through; the counts of the batch are those of all. */
const mostRows = 5_000;

/**
 * What an import did, row by row, as it was kept: new ones, changes with before and after, conflicts and refused rows with
 * what they said. Unchanged invoices were counted only.
 */
export async function batchDetail(context: Context, id: Id): Promise<BatchDetail> {
  const { ledger } = context;
  const batch = found(await findBatch(ledger, id), "importBatch", id);
  const all = await importRowsOf(ledger, id);
  const sheets = keptSheets(batch.sheetsJson);
  const shown = all.slice(0, mostRows);
  const ids = shown.flatMap(({ invoiceId }) => invoiceId ?? []);
  const invoices = new Map((await invoicesByIds(ledger, ids)).map((row) => [row.id, row]));
  return {
    batch,
    sheets,
    rows: shown.map((row) =>
      rowView(row, row.invoiceId === null ? undefined : invoices.get(row.invoiceId), sheets),
    ),
    more: all.length - shown.length,
    alarms: batch.voidedAt === null ? alarmsOf(await context.facts(), id, all) : [],
    obstacles: batch.voidedAt === null ? await undoObstacles(ledger, batch) : [],
  };
}

function rowView(row: ImportRow, invoice: Invoice | undefined, sheets: readonly KeptSheet[]): BatchRow {
  return {
    id: row.id,
    sheet: row.sheet,
    row: row.rowNo,
    number: row.number,
    result: row.result,
    message: row.message,
    invoiceId: row.invoiceId,
    invoice: invoice === undefined ? null : invoiceBrief(invoice),
    changes: keptChanges(row.beforeJson),
    cells: keptCells(row, sheets),
  };
}

/** Of the invoices that the batch changed, and of those that its red ones take back. */
function alarmsOf(facts: Facts, batchId: Id, rows: readonly ImportRow[]): BatchDetail["alarms"] {
  const changed = rows.flatMap(({ result, invoiceId }) =>
    result === "changed" && invoiceId !== null ? (facts.invoices.byId.get(invoiceId) ?? []) : [],
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
