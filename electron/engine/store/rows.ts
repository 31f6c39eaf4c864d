import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import { labelOf } from "#shared/model/labels.ts";
import type { Row, TableName } from "#shared/model/ledger.ts";
import { papersBehind } from "./attachments.ts";
import { parseRow, withVoidColumns } from "./parseRow.ts";
import type {
  EditableTable,
  NewRow,
  Patch,
  RemovableTable,
  UpdatableTable,
  VoidableTable,
  WritableLedger,
} from "./types.ts";
import { writing } from "./writing.ts";

/** Inserts one row and logs it. Fails with `bad-request` when the row does not fit its shape, `conflict` when it exists. */
export async function insertRow<Table extends EditableTable>(
  tx: WritableLedger,
  table: Table,
  row: NewRow<Table>,
): Promise<Row<Table>> {
  const whole = parseRow(table, withVoidColumns(table, row));
  tx[writing].statements.insert(table, whole);
  tx[writing].recorder.record({ entity: table, entityId: whole.id, before: null, after: whole });
  return whole;
}

/** Changes some columns of one row and logs it as it was and as it is. A patch that changes nothing leaves no trace. */
export async function updateRow<Table extends UpdatableTable>(
  tx: WritableLedger,
  table: Table,
  id: Id,
  patch: Patch<Table>,
): Promise<Row<Table>> {
  const before = findLive(tx, table, id);
  const after = parseRow(table, { ...before, ...patch, id });
  const changes = Object.fromEntries(
    Object.entries(after).filter(
      ([column, value]) => value !== (before as Readonly<Record<string, unknown>>)[column],
    ),
  );
  if (Object.keys(changes).length === 0) return before;
  tx[writing].statements.update(table, id, changes);
  tx[writing].recorder.record({ entity: table, entityId: id, before, after });
  return after;
}

/**
 * Makes a row count no more. It stays, with the time and the reason; live rows must not refer to it any longer, save for
 * its attachments, which go with it.
 */
export async function voidRow<Table extends VoidableTable>(
  tx: WritableLedger,
  table: Table,
  id: Id,
  reason: string,
): Promise<Row<Table>> {
  const before = findLive(tx, table, id);
  const voidReason = reason.trim();
  if (voidReason === "") {
    throw new UserError({
      code: "bad-request",
      message: `作废${labelOf(table)}要写明原因。`,
      hint: "请填写作废原因。",
    });
  }
  for (const paper of await papersBehind(tx, table, [id])) await voidRow(tx, "attachment", paper, voidReason);
  const voided = { voidedAt: tx.clock.now(), voidReason };
  const after = { ...before, ...voided };
  tx[writing].statements.update(table, id, voided);
  tx[writing].recorder.record({ entity: table, entityId: id, before, after });
  return after;
}

/** Takes away a part or a link of another row; the log keeps what it was. */
export async function removeRow<Table extends RemovableTable>(
  tx: WritableLedger,
  table: Table,
  id: Id,
): Promise<void> {
  const before = findLive(tx, table, id);
  tx[writing].statements.remove(table, id);
  tx[writing].recorder.record({ entity: table, entityId: id, before, after: null });
}

function findLive<Table extends TableName>(tx: WritableLedger, table: Table, id: Id): Row<Table> {
  const row = tx[writing].statements.find(table, id);
  if (row === undefined) {
    throw new UserError({
      code: "not-found",
      message: `找不到这条${labelOf(table)}（${id}）。`,
      hint: "它可能刚被别处改动，请刷新后再试。",
    });
  }
  const voidedAt = "voidedAt" in row ? row.voidedAt : null;
  if (typeof voidedAt === "string") {
    throw new UserError({
      code: "refused",
      message: `这条${labelOf(table)}已于 ${voidedAt.slice(0, 10)} 作废，不能再改动。`,
      hint: "请刷新后再试；确需登记的请新增一条。",
    });
  }
  return row;
}
