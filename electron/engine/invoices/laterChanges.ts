import type { Id } from "#shared/kernel/id.ts";
import type { ImportBatch } from "#shared/model/invoice.ts";
import { inChunks } from "../store/chunks.ts";
import type { ReadableLedger } from "../store/types.ts";

export type LaterChange = Readonly<{ invoiceId: Id; number: string; batchId: Id; fileName: string }>;

/** Changes that imports after `batch` made to these invoices and that were not undone. */
export async function laterChanges(
  ledger: ReadableLedger,
  batch: ImportBatch,
  invoiceIds: readonly Id[],
): Promise<readonly LaterChange[]> {
  const entered = await entrySeqs(ledger);
  const own = entered.get(batch.id) ?? 0;
  const changes = await inChunks(invoiceIds, (chunk) =>
    ledger.read
      .selectFrom("importRow")
      .innerJoin("importBatch", "importBatch.id", "importRow.batchId")
      .select([
        "importRow.invoiceId",
        "importRow.number",
        "importBatch.fileName",
        "importBatch.id as batchId",
      ])
      .where("importRow.invoiceId", "in", chunk)
      .where("importRow.result", "=", "changed")
      .where("importBatch.voidedAt", "is", null)
      .where("importBatch.id", "!=", batch.id)
      .execute(),
  );
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
