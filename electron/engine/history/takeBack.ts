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
const stayingTables: ReadonlySet<string> = new Set<TableName>(["fiscalYear", "attachmentContent"]);

const stays = ({ entity, beforeJson }: ChangeLogEntry): boolean =>
  !isTable(entity) || (stayingTables.has(entity) && beforeJson === null);

/** Whether all that a step did stays: taking it back would change nothing and say that it did. */
export const staysWhole = (entries: readonly ChangeLogEntry[]): boolean => entries.every(stays);

/**
 * Writes the inverse of what a step did, from its last entry to its first. `refused` when a row is no longer as the step
 * left it, when a record is one that stays for good, when nothing would change, or when the ledger would not hold.
 */
export async function takeBack(
  tx: WritableLedger,
  entries: readonly ChangeLogEntry[],
  reason: string,
): Promise<void> {
  for (const entry of entries) assertMayGo(entry);
  const [first] = entries;
  if (first !== undefined && isTable(first.entity) && staysWhole(entries)) throw staysForGood(first.entity);
  for (const run of runsOf(entries.toReversed()))
    for (const entry of inOrder(tx, run)) await takeEntryBack(tx, entry, reason);
}

function assertMayGo(entry: ChangeLogEntry): void {
  const { entity, entityId } = entry;
  if (!isTable(entity) || stays(entry)) return;
  const refusal = untouchableRecord(entry);
  if (refusal !== undefined) throw refusal;
  if (entityId === "") throw bulkChange(entity);
}

const isTable = (entity: string): entity is TableName => tableNames.some((table) => table === entity);

const comesBack = ({ entity, afterJson }: ChangeLogEntry): boolean =>
  entity === "allocation" && afterJson === null;

/** Neighbours that come back together are one run, everything else is one by itself. */
function runsOf(entries: readonly ChangeLogEntry[]): readonly (readonly ChangeLogEntry[])[] {
  const runs: ChangeLogEntry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (comesBack(entry) && last?.every(comesBack)) last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/**
 * Sums of a payment hold after each allocation that comes back, so those that take away from what it pays, or from what
 * it gives back, come first. The payment itself is as it was by then.
 */
function inOrder(tx: WritableLedger, run: readonly ChangeLogEntry[]): readonly ChangeLogEntry[] {
  if (run.length === 1) return run;
  const share = ({ beforeJson }: ChangeLogEntry): number => {
    const { paymentId, amountCents } = parseRow("allocation", JSON.parse(beforeJson ?? ""));
    return (rowNow(tx, "payment", paymentId)?.amountCents ?? 0) < 0 ? -amountCents : amountCents;
  };
  return run.toSorted((a, b) => share(a) - share(b));
}

async function takeEntryBack(tx: WritableLedger, entry: ChangeLogEntry, reason: string): Promise<void> {
  const { entity, beforeJson, afterJson } = entry;
  if (!isTable(entity) || stays(entry)) return;
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
