import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

/** The office's own 表式 that are not voided, by their key. */
export const listFormTemplates = (ledger: ReadableLedger): Promise<readonly Row<"formTemplate">[]> =>
  ledger.read.selectFrom("formTemplate").selectAll().where("voidedAt", "is", null).orderBy("key").execute();

/** Who has which key: a voided one keeps its own. */
export const listTemplateKeys = (
  ledger: ReadableLedger,
): Promise<readonly Pick<Row<"formTemplate">, "id" | "key" | "title" | "voidedAt">[]> =>
  ledger.read.selectFrom("formTemplate").select(["id", "key", "title", "voidedAt"]).execute();

export const findFormTemplate = (ledger: ReadableLedger, id: Id): Promise<Row<"formTemplate"> | undefined> =>
  ledger.read
    .selectFrom("formTemplate")
    .selectAll()
    .where("id", "=", id)
    .where("voidedAt", "is", null)
    .executeTakeFirst();
