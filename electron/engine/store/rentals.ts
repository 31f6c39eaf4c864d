import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

/** A rental that is not void, or `not-found`. */
export async function liveRental(ledger: ReadableLedger, id: Id): Promise<Row<"rental">> {
  const row = await ledger.read
    .selectFrom("rental")
    .selectAll()
    .where("id", "=", id)
    .where("voidedAt", "is", null)
    .executeTakeFirst();
  if (row !== undefined) return row;
  throw new UserError({
    code: "not-found",
    message: "找不到这项月租。",
    hint: "它可能已作废，请刷新后再试。",
  });
}
