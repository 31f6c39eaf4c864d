import { z } from "zod";
import type { InvoiceLine } from "#shared/model/invoice.ts";
import { invoice, invoiceLine } from "#shared/model/invoice.ts";
import { insertRows } from "../store/bulk.ts";
import { removeRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";

/**
 * `beforeJson` of a row of a batch that changed an invoice: the invoice as it was, the columns as the batch set them,
 * and the lines it replaced, if it did.
 */
const undoState = z.strictObject({
  invoice,
  after: invoice.partial(),
  lines: z.array(invoiceLine).readonly().optional(),
});
export type UndoState = Readonly<z.infer<typeof undoState>>;

export const parseUndoState = (json: string): UndoState => undoState.parse(JSON.parse(json));

/** Puts other lines in the place of those an invoice has. */
export async function replaceLines(
  tx: WritableLedger,
  before: readonly InvoiceLine[],
  after: readonly InvoiceLine[],
): Promise<void> {
  for (const { id } of before) await removeRow(tx, "invoiceLine", id);
  await insertRows(tx, "invoiceLine", after);
}
