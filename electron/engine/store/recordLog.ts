import type { Id } from "#shared/kernel/id.ts";
import { type Row, type TableName, tableNames, tables } from "#shared/model/ledger.ts";
import { inChunks } from "./chunks.ts";
import { type ReadableLedger, removableTables } from "./types.ts";

type Asked = Readonly<{
  entity: TableName;
  id: Id;
  /** Rows that name the record in this column are parts of it, … */
  column: string;
  /** … save for those of these tables. */
  notParts: readonly TableName[];
  limit: number;
}>;

type Entry = Row<"changeLog">;

/** Rows of these are written in bulk only and leave no entries of their own. */
const bulkTables: readonly TableName[] = ["importRow", "changeLog"];

/** What happened to a record, to its parts and to the import that it came with, the latest first. */
export async function entriesOfRecord(ledger: ReadableLedger, asked: Asked): Promise<readonly Entry[]> {
  const { entity, id, limit } = asked;
  const own = await entriesOfRows(ledger, entity, [id], limit);
  const found = [...own, ...(await entriesOfBatch(ledger, asked))];
  for (const table of partTables(asked)) {
    const ids = new Set([
      ...(await partsNow(ledger, table, asked)),
      ...(await partsBefore(ledger, table, asked)),
    ]);
    found.push(...(await entriesOfRows(ledger, table, [...ids], limit)));
  }
  return found.toSorted((a, b) => b.seq - a.seq).slice(0, limit);
}

const partTables = ({ entity, column, notParts }: Asked): readonly TableName[] =>
  tableNames.filter(
    (table) =>
      table !== entity &&
      column in tables[table].shape &&
      !notParts.includes(table) &&
      !bulkTables.includes(table),
  );

/** What happened to rows of one table, the latest first. */
export const entriesOfRows = (
  { read }: ReadableLedger,
  table: TableName,
  ids: readonly string[],
  limit: number = Number.MAX_SAFE_INTEGER,
): Promise<readonly Entry[]> =>
  inChunks(ids, (chunk) =>
    read
      .selectFrom("changeLog")
      .selectAll()
      .where("entity", "=", table)
      .where("entityId", "in", chunk)
      .orderBy("seq", "desc")
      .limit(limit)
      .execute(),
  );

async function partsNow(
  { read }: ReadableLedger,
  table: TableName,
  { column, id }: Asked,
): Promise<readonly string[]> {
  const rows = await read.selectFrom(table).select("id").where(read.dynamic.ref(column), "=", id).execute();
  return rows.map((row) => row.id);
}

/** Parts that may be taken away, or handed to another record. */
const leavingTables: ReadonlySet<TableName> = new Set<TableName>([
  ...removableTables,
  "approval",
  "attachment",
  "needIssue",
]);

/** Parts that were there once, by what the log says of them: few entries tell what a row was before. */
async function partsBefore(
  { read }: ReadableLedger,
  table: TableName,
  { column, id }: Asked,
): Promise<readonly string[]> {
  if (!leavingTables.has(table)) return [];
  // Canonical JSON has no spaces and its keys are whole, so the text of the pair is found where the pair is.
  const pair = `%${JSON.stringify(column)}:${JSON.stringify(id)}%`;
  const rows = await read
    .selectFrom("changeLog")
    .select("entityId")
    .distinct()
    .where("entity", "=", table)
    .where("beforeJson", "is not", null)
    .where("beforeJson", "like", pair)
    .execute();
  return rows.map((row) => row.entityId);
}

/** Rows of an import are logged by their number: what became of the import became of each. */
async function entriesOfBatch(
  ledger: ReadableLedger,
  { entity, id, limit }: Asked,
): Promise<readonly Entry[]> {
  const isBatch = entity === "importBatch";
  if (!isBatch && entity !== "invoice" && entity !== "payment") return [];
  const { read } = ledger;
  const row = isBatch
    ? { batchId: id }
    : await read.selectFrom(entity).select("batchId").where("id", "=", id).executeTakeFirst();
  if (row === undefined || row.batchId === null) return [];
  const ofBatch = await entriesOfRows(ledger, "importBatch", [row.batchId], limit);
  let bulk = read
    .selectFrom("changeLog")
    .selectAll()
    .where(
      "step",
      "in",
      ofBatch.flatMap(({ step }) => step ?? []),
    )
    .where("entityId", "=", "");
  if (!isBatch) bulk = bulk.where("entity", "=", entity);
  return [...(isBatch ? [] : ofBatch), ...(await bulk.execute())];
}
