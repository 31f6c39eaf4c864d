import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

/** 导入批次, the latest first; undone ones are voided and shown too. */
export const listBatches = (ledger: ReadableLedger): Promise<readonly Row<"importBatch">[]> =>
  ledger.read
    .selectFrom("importBatch")
    .selectAll()
    .orderBy("importedAt", "desc")
    .orderBy("id", "desc")
    .execute();

export const findBatch = (ledger: ReadableLedger, id: Id): Promise<Row<"importBatch"> | undefined> =>
  ledger.read.selectFrom("importBatch").selectAll().where("id", "=", id).executeTakeFirst();

/** Batches that took in the very same file and were not undone. */
export const batchesOfFile = (
  ledger: ReadableLedger,
  fileHash: string,
): Promise<readonly Row<"importBatch">[]> =>
  ledger.read
    .selectFrom("importBatch")
    .selectAll()
    .where("fileHash", "=", fileHash)
    .where("voidedAt", "is", null)
    .orderBy("importedAt")
    .execute();

/** What became of the rows of a batch, in the order of the file. */
export const importRowsOf = (ledger: ReadableLedger, batchId: Id): Promise<readonly Row<"importRow">[]> =>
  ledger.read
    .selectFrom("importRow")
    .selectAll()
    .where("batchId", "=", batchId)
    .orderBy("sheet")
    .orderBy("rowNo")
    .orderBy("id")
    .execute();
