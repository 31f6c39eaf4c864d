import { canonicalJson } from "#shared/kernel/canonicalJson.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import type { ChangeLogEntry } from "#shared/model/filing.ts";
import { type TableName, tableNames } from "#shared/model/ledger.ts";
import { parseRow } from "../store/parseRow.ts";
import { restoreRow, rowNow } from "../store/restoreRows.ts";
import { insertRow, removeRow, voidRow } from "../store/rows.ts";
import {
  type EditableTable,
  type RemovableTable,
  removableTables,
  type UpdatableTable,
  type VoidableTable,
  type WritableLedger,
} from "../store/types.ts";
import { nameOf } from "./names.ts";
import { bulkChange, changedSince, staysForGood, untouchableRecord } from "./refusals.ts";

/** What is left where it is when the step that brought it is taken back: nothing hangs on it, and it can not go. */
const staying: ReadonlySet<string> = new Set<TableName>(["fiscalYear", "attachmentContent"]);

/**
 * Writes the inverse of what a step did, from its last entry to its first. `refused` when a row is no longer as the step
 * left it, when a record is one that stays for good, or when the ledger would not hold.
 */
export async function takeBack(
  tx: WritableLedger,
  entries: readonly ChangeLogEntry[],
  reason: string,
): Promise<void> {
  for (const entry of entries) assertMayGo(entry);
  for (const entry of inReverse(entries)) await takeEntryBack(tx, entry, reason);
}

function assertMayGo({ entity, entityId, beforeJson }: ChangeLogEntry): void {
  if (!isTable(entity)) return;
  if (staying.has(entity) && beforeJson === null) return;
  const refusal = untouchableRecord(entity);
  if (refusal !== undefined) throw refusal;
  if (entityId === "") throw bulkChange(entity);
}

const isTable = (entity: string): entity is TableName => tableNames.some((table) => table === entity);

/**
 * The last first; but of allocations that come back one after the other those that take away come first, as the sums of a
 * payment hold after each.
 */
function inReverse(entries: readonly ChangeLogEntry[]): readonly ChangeLogEntry[] {
  const reversed = entries.toReversed();
  const comesBack = ({ entity, afterJson }: ChangeLogEntry) => entity === "allocation" && afterJson === null;
  return reversed
    .map((entry, index) => {
      // Neighbours of one run share the place of its first, and a stable sort keeps what is not among them.
      let place = index;
      while (comesBack(entry) && place > 0 && reversed.slice(place - 1, place).some(comesBack)) place -= 1;
      return { entry, place, amount: comesBack(entry) ? amountOf(entry) : 0 };
    })
    .toSorted((a, b) => a.place - b.place || a.amount - b.amount)
    .map(({ entry }) => entry);
}

const amountOf = ({ beforeJson }: ChangeLogEntry): number =>
  parseRow("allocation", JSON.parse(beforeJson ?? "")).amountCents;

async function takeEntryBack(tx: WritableLedger, entry: ChangeLogEntry, reason: string): Promise<void> {
  const { entity, beforeJson, afterJson } = entry;
  if (!isTable(entity) || (staying.has(entity) && beforeJson === null)) return;
  const id = asId(entry.entityId);
  const now = rowNow(tx, entity, id);
  if ((now === undefined ? null : canonicalJson(now)) !== afterJson) {
    throw changedSince(entity, await nameOf(tx, entity, id));
  }
  if (beforeJson === null) await takeAway(tx, entity, id, reason);
  else if (afterJson === null) await bringBack(tx, entity, beforeJson);
  else await putBack(tx, entity, beforeJson);
}

const isRemovable = (table: TableName): table is RemovableTable =>
  removableTables.some((removable) => removable === table);

const unvoidable = ["changeLog", "paymentStep", "filingVersion", "attachmentContent"] as const;
const isUpdatable = (table: TableName): table is UpdatableTable => !unvoidable.some((kept) => kept === table);

async function takeAway(tx: WritableLedger, table: TableName, id: Id, reason: string): Promise<void> {
  if (isRemovable(table)) return removeRow(tx, table, id);
  if (!isVoidable(tx, table, id)) throw staysForGood(table);
  await voidRow(tx, table, id, reason);
}

function isVoidable(tx: WritableLedger, table: TableName, id: Id): table is VoidableTable {
  const row = rowNow(tx, table, id);
  return row !== undefined && "voidedAt" in row;
}

async function bringBack(tx: WritableLedger, table: TableName, json: string): Promise<void> {
  if (!isRemovable(table)) throw staysForGood(table);
  await insertRow<EditableTable>(tx, table, parseRow(table, JSON.parse(json)));
}

async function putBack(tx: WritableLedger, table: TableName, json: string): Promise<void> {
  if (!isUpdatable(table)) throw staysForGood(table);
  await restoreRow<UpdatableTable>(tx, table, parseRow(table, JSON.parse(json)));
}
