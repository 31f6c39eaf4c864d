import type { Id } from "#shared/kernel/id.ts";
import type { TableName } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

/** The step that brought a record; `null` when the log does not know. */
export async function stepOfRecord(
  ledger: ReadableLedger,
  entity: TableName,
  id: Id,
): Promise<number | null> {
  const entry = await ledger.read
    .selectFrom("changeLog")
    .select("step")
    .where("entity", "=", entity)
    .where("entityId", "=", id)
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
  return entry?.step ?? null;
}
