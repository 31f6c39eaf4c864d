import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

type Asked = Readonly<{ entity?: string; entityId?: string; limit: number }>;

/** 变更记录 of a row, of a kind of rows or of everything, the latest first. */
export async function listChanges(
  ledger: ReadableLedger,
  { entity, entityId, limit }: Asked,
): Promise<readonly Row<"changeLog">[]> {
  let query = ledger.read.selectFrom("changeLog").selectAll();
  if (entity !== undefined) query = query.where("entity", "=", entity);
  if (entityId !== undefined) query = query.where("entityId", "=", entityId);
  return query.orderBy("seq", "desc").limit(limit).execute();
}

/** The number of the last entry, 0 in a log without any. */
export async function lastChange(ledger: ReadableLedger): Promise<number> {
  const last = await ledger.read
    .selectFrom("changeLog")
    .select(({ fn }) => fn.max("seq").as("seq"))
    .executeTakeFirst();
  return last?.seq ?? 0;
}

/** What was written after an entry, the earliest first. */
export const changesAfter = (
  ledger: ReadableLedger,
  seq: number,
  limit: number,
): Promise<readonly Pick<Row<"changeLog">, "seq" | "entity" | "entityId" | "beforeJson" | "afterJson">[]> =>
  ledger.read
    .selectFrom("changeLog")
    .select(["seq", "entity", "entityId", "beforeJson", "afterJson"])
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(limit)
    .execute();
