import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import { labelOf } from "#shared/model/labels.ts";
import type { Row, TableName } from "#shared/model/ledger.ts";
import { parseRow } from "./parseRow.ts";
import type { UpdatableTable, WritableLedger } from "./types.ts";
import { writing } from "./writing.ts";

/** The row as it is, void or not; `undefined` when there is none. */
export const rowNow = <Table extends TableName>(
  tx: WritableLedger,
  table: Table,
  id: Id,
): Row<Table> | undefined => tx[writing].statements.find(table, id);

/**
 * Puts a row back as it was, also from void to live again, and logs it. Every column is written, those that stay the
 * same as well: the ledger's triggers look at a column that is written, and a row that comes back must hold with all that
 * changed meanwhile.
 */
export async function restoreRow<Table extends UpdatableTable>(
  tx: WritableLedger,
  table: Table,
  row: Row<Table>,
): Promise<void> {
  const { statements, recorder } = tx[writing];
  const before = rowNow(tx, table, row.id);
  if (before === undefined) {
    throw new UserError({
      code: "not-found",
      message: `找不到这条${labelOf(table)}（${row.id}）。`,
      hint: "它可能刚被别处改动，请刷新后再试。",
    });
  }
  const whole = parseRow(table, row);
  const { id } = whole;
  statements.update(
    table,
    id,
    Object.fromEntries(Object.entries(whole).filter(([column]) => column !== "id")),
  );
  if (table === "payment") await holdAllocations(tx, id);
  recorder.record({ entity: table, entityId: id, before, after: whole });
}

/** What a payment that comes back settles must still be there, and have room. */
async function holdAllocations(tx: WritableLedger, paymentId: Id): Promise<void> {
  const allocations = await tx.read
    .selectFrom("allocation")
    .select(["id", "amountCents"])
    .where("paymentId", "=", paymentId)
    .orderBy("amountCents")
    .execute();
  for (const { id, amountCents } of allocations)
    tx[writing].statements.update("allocation", id, { amountCents });
}
