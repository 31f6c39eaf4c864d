import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { newId } from "./store/newId.ts";
import { insertRow, updateRow } from "./store/rows.ts";
import type { NewRow, Patch, UpdatableTable, WritableLedger } from "./store/types.ts";

/** A row as a screen hands it in: without an id it is new. */
export type RowDraft<Table extends UpdatableTable> = Omit<Row<Table>, "id" | "voidedAt" | "voidReason"> &
  Readonly<{ id: Id | null }>;

/** Inserts a new row or changes the one it names; answers with its id. */
export async function saveRow<Table extends UpdatableTable>(
  tx: WritableLedger,
  table: Table,
  draft: RowDraft<Table>,
): Promise<Id> {
  const { id, ...columns } = draft;
  if (id === null) {
    const row = await insertRow(tx, table, { ...columns, id: newId() } as NewRow<Table>);
    return row.id;
  }
  await updateRow(tx, table, id, columns as Patch<Table>);
  return id;
}
