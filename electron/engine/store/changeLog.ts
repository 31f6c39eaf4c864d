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
