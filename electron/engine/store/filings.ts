import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

export const filingsOf = (ledger: ReadableLedger, projectId: Id): Promise<readonly Row<"filing">[]> =>
  ledger.read.selectFrom("filing").selectAll().where("projectId", "=", projectId).orderBy("form").execute();

export const findFiling = (
  ledger: ReadableLedger,
  projectId: Id,
  form: string,
): Promise<Row<"filing"> | undefined> =>
  ledger.read
    .selectFrom("filing")
    .selectAll()
    .where("projectId", "=", projectId)
    .where("form", "=", form)
    .executeTakeFirst();

/** Frozen versions of one filing, the first first. */
export const versionsOf = (ledger: ReadableLedger, filingId: Id): Promise<readonly Row<"filingVersion">[]> =>
  ledger.read
    .selectFrom("filingVersion")
    .selectAll()
    .where("filingId", "=", filingId)
    .orderBy("versionNo")
    .execute();

export const findVersion = (ledger: ReadableLedger, id: Id): Promise<Row<"filingVersion"> | undefined> =>
  ledger.read.selectFrom("filingVersion").selectAll().where("id", "=", id).executeTakeFirst();
