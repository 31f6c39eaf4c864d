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

type RowResult = Row<"importRow">["result"];

/** What became of the rows of a batch, in the order of the file; of one outcome only, or all. */
export async function importRowsOf(
  ledger: ReadableLedger,
  batchId: Id,
  { result, most }: Readonly<{ result?: RowResult; most?: number }> = {},
): Promise<readonly Row<"importRow">[]> {
  let query = ledger.read.selectFrom("importRow").selectAll().where("batchId", "=", batchId);
  if (result !== undefined) query = query.where("result", "=", result);
  query = query.orderBy("sheet").orderBy("rowNo").orderBy("id");
  return most === undefined ? query.execute() : query.limit(most).execute();
}

export const findImportRow = (ledger: ReadableLedger, id: Id): Promise<Row<"importRow"> | undefined> =>
  ledger.read.selectFrom("importRow").selectAll().where("id", "=", id).executeTakeFirst();

/** How many rows of a batch were kept. */
export async function countImportRows(ledger: ReadableLedger, batchId: Id): Promise<number> {
  const { count } = await ledger.read
    .selectFrom("importRow")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("batchId", "=", batchId)
    .executeTakeFirstOrThrow();
  return count;
}

/** The rows of a batch with their invoice as it is now, and without what only one row at a time is looked at for. */
export const importLinesOf = (ledger: ReadableLedger, batchId: Id) =>
  ledger.read
    .selectFrom("importRow")
    .leftJoin("invoice", "invoice.id", "importRow.invoiceId")
    .select([
      "importRow.id",
      "importRow.sheet",
      "importRow.rowNo",
      "importRow.number",
      "importRow.result",
      "importRow.message",
      "importRow.invoiceId",
      "invoice.sellerName",
      "invoice.grossCents",
    ])
    .where("importRow.batchId", "=", batchId)
    .orderBy("importRow.sheet")
    .orderBy("importRow.rowNo")
    .orderBy("importRow.id")
    .execute();
