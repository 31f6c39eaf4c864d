import type { Id } from "#shared/kernel/id.ts";
import type { ImportBatch } from "#shared/model/invoice.ts";
import type { ReadableLedger } from "../store/types.ts";

export type LaterChange = Readonly<{ invoiceId: Id; number: string; batchId: Id; fileName: string }>;

/** Changes that imports after `batch` made to invoices which it brought or changed, and that were not undone. */
export async function laterChanges(
  ledger: ReadableLedger,
  batch: ImportBatch,
): Promise<readonly LaterChange[]> {
  const entered = await entrySeqs(ledger);
  const own = entered.get(batch.id) ?? 0;
  const changes = await ledger.read
    .selectFrom("importRow")
    .innerJoin("importBatch", "importBatch.id", "importRow.batchId")
    .innerJoin("importRow as own", "own.invoiceId", "importRow.invoiceId")
    .select(["importRow.invoiceId", "importRow.number", "importBatch.fileName", "importBatch.id as batchId"])
    .where("importRow.result", "=", "changed")
    .where("importBatch.voidedAt", "is", null)
    .where("importBatch.id", "!=", batch.id)
    .where("own.batchId", "=", batch.id)
    .where("own.result", "in", ["new", "changed"])
    .orderBy("importRow.number")
    .execute();
  return changes.flatMap(({ invoiceId, ...change }) =>
    invoiceId === null || (entered.get(change.batchId) ?? 0) <= own ? [] : { ...change, invoiceId },
  );
}

/** Where in the change log each batch begins: the only order of imports that no clock can upset. */
async function entrySeqs(ledger: ReadableLedger): Promise<ReadonlyMap<string, number>> {
  const entries = await ledger.read
    .selectFrom("changeLog")
    .select(["entityId", "seq"])
    .where("entity", "=", "importBatch")
    .orderBy("seq", "desc")
    .execute();
  return new Map(entries.map(({ entityId, seq }) => [entityId, seq]));
}
