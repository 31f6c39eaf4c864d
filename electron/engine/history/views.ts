import type { ChangeKind, HistoryStep, RecordChange } from "#shared/api/history.ts";
import { changedFields, type StoredRow, storedRow } from "#shared/history/changedFields.ts";
import type { NameOf } from "#shared/history/fieldText.ts";
import { referencedTable } from "#shared/history/references.ts";
import type { ChangeLogEntry } from "#shared/model/filing.ts";
import { tableLabels } from "#shared/model/labels.ts";
import { undoLinks } from "../store/changeLog.ts";
import { nameInRow, type RowRef, readRowNames } from "../store/rowNames.ts";
import type { ReadableLedger } from "../store/types.ts";
import { undoStateOf } from "./undoState.ts";

/** Entries of the log as steps that can be read, in the order in which each step first comes. */
export async function stepViews(
  ledger: ReadableLedger,
  entries: readonly ChangeLogEntry[],
): Promise<readonly HistoryStep[]> {
  const { isUndone } = undoStateOf(await undoLinks(ledger));
  const nameOf = await readRowNames(ledger, entries.flatMap(refsOf));
  const groups = new Map<string, ChangeLogEntry[]>();
  for (const entry of entries) {
    const key = entry.step === null ? `entry ${entry.seq}` : `step ${entry.step}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()].flatMap((group) => {
    const inTime = group.toSorted((a, b) => a.seq - b.seq);
    const [first] = inTime;
    if (first === undefined) return [];
    const { step, seq, at, actor, action, undoesStep } = first;
    const undone = step !== null && isUndone(step);
    return [
      {
        step,
        seq,
        at,
        actor,
        action,
        undoesStep,
        undone,
        records: inTime.map((entry) => recordView(entry, nameOf)),
      },
    ];
  });
}

const isTable = (entity: string): entity is keyof typeof tableLabels => Object.hasOwn(tableLabels, entity);

function recordView(entry: ChangeLogEntry, nameOf: NameOf): RecordChange {
  const { entity, entityId } = entry;
  const [before, after] = [storedRow(entry.beforeJson), storedRow(entry.afterJson)];
  const kind = kindOf(entry, before, after);
  const { count } = after;
  return {
    entity,
    label: isTable(entity) ? tableLabels[entity] : entity,
    entityId,
    name: nameInRow(entity, entry.afterJson === null ? before : after) || (nameOf(entity, entityId) ?? ""),
    kind,
    count: kind === "bulk" && typeof count === "number" ? count : null,
    fields: changedFields(entity, before, after, nameOf),
  };
}

const isVoid = (row: StoredRow): boolean => typeof row.voidedAt === "string";

function kindOf(
  { entityId, beforeJson, afterJson }: ChangeLogEntry,
  before: StoredRow,
  after: StoredRow,
): ChangeKind {
  if (entityId === "") return "bulk";
  if (beforeJson === null) return "add";
  if (afterJson === null) return "remove";
  if (isVoid(before) !== isVoid(after)) return isVoid(after) ? "void" : "revive";
  return "change";
}

/** Rows that an entry names, whose names are to be shown in place of their ids. */
function refsOf({ entity, entityId, beforeJson, afterJson }: ChangeLogEntry): readonly RowRef[] {
  const named = [storedRow(beforeJson), storedRow(afterJson)].flatMap((row) =>
    Object.entries(row).flatMap(([column, value]) => {
      const table = referencedTable(column);
      return table === undefined || typeof value !== "string" ? [] : [{ table, id: value }];
    }),
  );
  return entityId === "" ? named : [{ table: entity, id: entityId }, ...named];
}
