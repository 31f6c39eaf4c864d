import { asId, type Id } from "#shared/kernel/id.ts";
import type { Row, TableName } from "#shared/model/ledger.ts";
import { type FactRows, type FactTable, factTables } from "#shared/rules/factRows.ts";
import { changesAfter, lastChange } from "./changeLog.ts";
import { factRows } from "./facts.ts";
import { parseRow } from "./parseRow.ts";
import type { ReadableLedger } from "./types.ts";

/** Rows that were read, and the last entry of the change log they are known to hold. */
export type KnownRows = Readonly<{ seq: number; rows: FactRows }>;

/** The same, brought up to the present, with the tables that changed and the payments that did. */
export type CaughtUp = Readonly<{
  known: KnownRows;
  /** `all` when the rows were read anew. */
  changed: "all" | Readonly<{ tables: ReadonlySet<FactTable>; payments: ReadonlySet<Id> }>;
}>;

type Entry = Awaited<ReturnType<typeof changesAfter>>[number];

/** More entries than this are an import or the like, and reading everything is quicker. */
const mostEntries = 200;

/** Tables that no rule sees anything of. */
const unseen: ReadonlySet<string> = new Set<TableName>([
  "paymentStep",
  "attachmentContent",
  "finding",
  "decision",
  "changeLog",
]);

/** Tables on which it hangs whether rows of other tables count; a payment takes its allocations along. */
const parents: ReadonlySet<string> = new Set<FactTable>([
  "project",
  "budgetLine",
  "indicator",
  "vendor",
  "contract",
  "rental",
]);

/** Reads everything. The number is taken first: what comes in between is then put in twice, which changes nothing. */
export async function readKnownRows(ledger: ReadableLedger): Promise<KnownRows> {
  const seq = await lastChange(ledger);
  return { seq, rows: await factRows(ledger) };
}

/**
 * Brings rows up to the present by the change log, which nothing is written without: reads what changed, and everything
 * anew only where rows do not tell what else hangs on them.
 */
export async function catchUp(ledger: ReadableLedger, known: KnownRows): Promise<CaughtUp> {
  const entries = await changesAfter(ledger, known.seq, mostEntries + 1);
  const seen = entries.filter(({ entity }) => isFactTable(entity) || !unseen.has(entity));
  const seq = entries.at(-1)?.seq ?? known.seq;
  if (entries.length > mostEntries || !seen.every(tellsAll))
    return { known: await readKnownRows(ledger), changed: "all" };
  const tables = new Set(seen.map(({ entity }) => entity).filter(isFactTable));
  let { rows } = known;
  for (const table of tables) rows = withChanges(rows, table, seen);
  const voided = new Set(
    seen.filter((entry) => entry.entity === "payment" && isGone(entry)).map(({ entityId }) => asId(entityId)),
  );
  if (voided.size > 0)
    rows = { ...rows, allocation: rows.allocation.filter(({ paymentId }) => !voided.has(paymentId)) };
  return { known: { seq, rows }, changed: { tables, payments: new Set(seen.flatMap(paymentsOf)) } };
}

const isFactTable = (entity: string): entity is FactTable => factTables.some((table) => table === entity);

/** Whether the entry says all that is needed: of one row that facts are made of, and on which no others hang. */
function tellsAll(entry: Entry): boolean {
  if (!isFactTable(entry.entity) || entry.entityId === "") return false;
  const wasGone = entry.beforeJson !== null && isVoid(entry.beforeJson);
  // What comes back brings along what was left out with it.
  if (wasGone) return false;
  // What files said against an invoice is told with the invoice.
  if (entry.entity === "invoice") return entry.beforeJson === null;
  // Of the versions of a paper only the latest is read.
  if (entry.entity === "filingVersion") return false;
  return !parents.has(entry.entity) || !isGone(entry);
}

const isGone = ({ afterJson }: Entry): boolean => afterJson === null || isVoid(afterJson);

function isVoid(json: string): boolean {
  const row: unknown = JSON.parse(json);
  return typeof row === "object" && row !== null && "voidedAt" in row && row.voidedAt !== null;
}

/** The rows of one table as the entries leave them. */
function withChanges<Table extends FactTable>(
  rows: FactRows,
  table: Table,
  entries: readonly Entry[],
): FactRows {
  const latest = new Map<string, Row<Table> | undefined>();
  for (const entry of entries) {
    if (entry.entity !== table) continue;
    latest.set(
      entry.entityId,
      isGone(entry) ? undefined : parseRow(table, JSON.parse(entry.afterJson ?? "")),
    );
  }
  const kept = [...rows[table]];
  for (const id of latest.keys()) {
    // From the end, where what was changed before is.
    const at = kept.findLastIndex((row) => row.id === id);
    if (at >= 0) kept.splice(at, 1);
  }
  const present = [...latest.values()].filter((row) => row !== undefined);
  return { ...rows, [table]: [...kept, ...present] };
}

function paymentsOf({ entity, entityId, beforeJson, afterJson }: Entry): readonly Id[] {
  if (entity === "payment") return [asId(entityId)];
  if (entity !== "allocation") return [];
  return [beforeJson, afterJson]
    .filter((json) => json !== null)
    .map((json) => parseRow("allocation", JSON.parse(json)).paymentId);
}
