import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

/** Live papers that were brought in for a project, the first that came first. */
export const broughtPapersOf = (
  ledger: ReadableLedger,
  projectId: Id,
): Promise<readonly Row<"broughtPaper">[]> =>
  ledger.read
    .selectFrom("broughtPaper")
    .selectAll()
    .where("projectId", "=", projectId)
    .where("voidedAt", "is", null)
    .orderBy("broughtAt")
    .orderBy("id")
    .execute();
