import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import { labelOf } from "#shared/model/labels.ts";
import type { Row } from "#shared/model/ledger.ts";
import { newId } from "./store/newId.ts";
import { insertRow, updateRow } from "./store/rows.ts";
import type { NewRow, Patch, UpdatableTable, WritableLedger } from "./store/types.ts";

/** A row as a screen hands it in: without an id it is new. */
export type RowDraft<Table extends UpdatableTable> = Omit<Row<Table>, "id" | "voidedAt" | "voidReason"> &
  Readonly<{ id: Id | null }>;

/** What changes of a row that is there; what is left out stays as it is. */
export type RowPatch<Table extends UpdatableTable> = {
  readonly [Column in keyof Patch<Table>]?: Patch<Table>[Column] | undefined;
} & Readonly<{ id: Id }>;

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

type Owned = Readonly<{ id: Id | null; projectId?: Id; contractId?: Id }>;

/**
 * Saves a part of a project or a contract, such as a budget line. It belongs there for good: a screen that takes one
 * for the other must not move it, so that is `refused`.
 */
export async function savePart<Table extends UpdatableTable>(
  tx: WritableLedger,
  table: Table,
  draft: (RowDraft<Table> | RowPatch<Table>) & Owned,
): Promise<Id> {
  const { id, projectId, contractId, ...columns } = draft;
  if (id === null) return saveRow(tx, table, draft as RowDraft<Table>);
  const row: Owned = await updateRow(tx, table, id, columns as Patch<Table>);
  if (row.projectId === projectId && row.contractId === contractId) return id;
  throw new UserError({
    code: "refused",
    message: `这条${labelOf(table)}属于另一个${projectId === undefined ? "合同" : "项目"}，没有保存。`,
    hint: "请刷新后再试。",
  });
}
