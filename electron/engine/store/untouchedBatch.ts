import type { Id } from "#shared/kernel/id.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import type { ReadableLedger } from "./types.ts";

/** An invoice that a batch brought, and where it stood in the file. */
export type BroughtInvoice = Pick<
  Invoice,
  "number" | "sellerName" | "issueDate" | "grossCents" | "status" | "isRed"
> &
  Readonly<{ sheet: string; rowNo: number; lineCount: number }>;

/** How many lines the invoices of a batch have, by their ids; those without any are not there. */
export async function lineCounts(ledger: ReadableLedger, batchId: Id): Promise<ReadonlyMap<Id, number>> {
  const counts = await ledger.read
    .selectFrom("invoiceLine")
    .innerJoin("invoice", "invoice.id", "invoiceLine.invoiceId")
    .select(({ fn }) => ["invoiceLine.invoiceId", fn.countAll<number>().as("lineCount")])
    .where("invoice.batchId", "=", batchId)
    .groupBy("invoiceLine.invoiceId")
    .execute();
  return new Map(counts.map(({ invoiceId, lineCount }) => [invoiceId, lineCount]));
}

/** The live invoices that a batch brought, in the order of its rows. */
export async function broughtInvoices(
  ledger: ReadableLedger,
  batchId: Id,
  lines: ReadonlyMap<Id, number>,
): Promise<readonly BroughtInvoice[]> {
  const rows = await ledger.read
    .selectFrom("importRow")
    .innerJoin("invoice", "invoice.id", "importRow.invoiceId")
    .select([
      "importRow.sheet",
      "importRow.rowNo",
      "invoice.id",
      "invoice.number",
      "invoice.sellerName",
      "invoice.issueDate",
      "invoice.grossCents",
      "invoice.status",
      "invoice.isRed",
    ])
    .where("importRow.batchId", "=", batchId)
    .where("importRow.result", "=", "new")
    .where("invoice.batchId", "=", batchId)
    .where("invoice.voidedAt", "is", null)
    .orderBy("importRow.sheet")
    .orderBy("importRow.rowNo")
    .execute();
  return rows.map(({ id, ...row }) => ({ ...row, lineCount: lines.get(id) ?? 0 }));
}

/**
 * Whether the log has nothing of single invoices or lines of a batch since it was imported. Invoices that came in bulk are
 * others; those that were voided in bulk are no longer live.
 */
export async function isUntouched(ledger: ReadableLedger, batchId: Id): Promise<boolean> {
  const entry = await ledger.read
    .selectFrom("changeLog")
    .select("seq")
    .where("entity", "=", "importBatch")
    .where("entityId", "=", batchId)
    .orderBy("seq")
    .executeTakeFirst();
  if (entry === undefined) return false;
  const touched = await ledger.read
    .selectFrom("changeLog")
    .leftJoin("invoice", "invoice.id", "changeLog.entityId")
    .select("changeLog.seq")
    .where("changeLog.entity", "in", ["invoice", "invoiceLine"])
    .where("changeLog.entityId", "!=", "")
    .where("changeLog.seq", ">", entry.seq)
    // Lines that were taken away no longer say whose they were.
    .where(({ eb, or }) =>
      or([eb("changeLog.entity", "=", "invoiceLine"), eb("invoice.batchId", "=", batchId)]),
    )
    .limit(1)
    .executeTakeFirst();
  return touched === undefined;
}
