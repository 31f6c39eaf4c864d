import type { BatchLine, BatchRow, KeptSheet } from "#shared/api/invoiceLife.ts";
import { invoiceBrief } from "#shared/invoices/invoiceBrief.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ImportRow, Invoice } from "#shared/model/invoice.ts";
import type { Context } from "../context.ts";
import { countImportRows, findBatch, findImportRow, importLinesOf, importRowsOf } from "../store/batches.ts";
import { found } from "../store/found.ts";
import { invoicesByIds } from "../store/invoices.ts";
import { keptCells, keptChanges, keptSheets } from "./keptRows.ts";

type Reading = Pick<Context, "ledger">;

/** What an import did, row by row, in the order of the file. Unchanged invoices were counted only. */
export async function batchLines({ ledger }: Reading, id: Id): Promise<readonly BatchLine[]> {
  found(await findBatch(ledger, id), "importBatch", id);
  const rows = await importLinesOf(ledger, id);
  return rows.map(({ rowNo, ...row }) => ({ ...row, row: rowNo }));
}

/** One row in full: changes with before and after, what a refused row or a conflict said. */
export async function batchRow({ ledger }: Reading, id: Id): Promise<BatchRow> {
  const row = found(await findImportRow(ledger, id), "importRow", id);
  const batch = found(await findBatch(ledger, row.batchId), "importBatch", row.batchId);
  const [invoice] = row.invoiceId === null ? [] : await invoicesByIds(ledger, [row.invoiceId]);
  return inFull(row, invoice, keptSheets(batch.sheetsJson));
}

/** As many rows in full as a person looks through, and how many more there are. */
export async function firstRows(
  { ledger }: Reading,
  id: Id,
  most = 5_000,
): Promise<Readonly<{ rows: readonly BatchRow[]; more: number }>> {
  const batch = found(await findBatch(ledger, id), "importBatch", id);
  const sheets = keptSheets(batch.sheetsJson);
  const rows = await importRowsOf(ledger, id, { most });
  const ids = rows.flatMap(({ invoiceId }) => invoiceId ?? []);
  const invoices = new Map((await invoicesByIds(ledger, ids)).map((row) => [row.id, row]));
  return {
    rows: rows.map((row) =>
      inFull(row, row.invoiceId === null ? undefined : invoices.get(row.invoiceId), sheets),
    ),
    more: (await countImportRows(ledger, id)) - rows.length,
  };
}

const inFull = (row: ImportRow, invoice: Invoice | undefined, sheets: readonly KeptSheet[]): BatchRow => ({
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
});
