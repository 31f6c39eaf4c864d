import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

/** Papers that were brought in for these projects, voided ones too, the latest first. */
export const broughtPapersOf = (
  ledger: ReadableLedger,
  projectIds: readonly Id[],
): Promise<readonly Row<"broughtPaper">[]> =>
  ledger.read
    .selectFrom("broughtPaper")
    .selectAll()
    .where("projectId", "in", projectIds)
    .orderBy("broughtAt", "desc")
    .orderBy("id")
    .execute();

export const findBroughtPaper = (ledger: ReadableLedger, id: Id): Promise<Row<"broughtPaper"> | undefined> =>
  ledger.read.selectFrom("broughtPaper").selectAll().where("id", "=", id).executeTakeFirst();
