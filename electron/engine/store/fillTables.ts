import type { Database } from "better-sqlite3";
import { UserError } from "#shared/kernel/errors.ts";
import { columnLabelOf, labelOf } from "#shared/model/labels.ts";
import { type LedgerDocument, type Row, type TableName, tableNames } from "#shared/model/ledger.ts";
import { pause } from "../pause.ts";
import { translateFailure } from "./failures.ts";
import type { BulkOptions } from "./types.ts";
import type { Statements } from "./writing.ts";

type Tables = LedgerDocument["tables"];
type Filling = Readonly<{ database: Database; statements: Statements; tables: Tables; options: BulkOptions }>;

const chunkSize = 2_000;

/**
 * Puts whole tables into an empty ledger, inside a transaction and without a trace of its own: the change log that comes
 * with them goes on. Fails with the table, row and reason of the first row that does not fit.
 */
export async function fillTables(filling: Filling): Promise<void> {
  const { database, tables, options } = filling;
  const total = tableNames.reduce((sum, table) => sum + tables[table].length, 0);
  let done = 0;
  const fill = async (table: TableName): Promise<void> => {
    for (let from = 0; from < tables[table].length; from += chunkSize) {
      fillChunk(filling.statements, table, tables[table].slice(from, from + chunkSize), from);
      done += Math.min(chunkSize, tables[table].length - from);
      options.onProgress?.(done, total);
      await pause(options.signal);
    }
  };
  // Rows may refer to later ones, for instance a contract to the one it renews.
  database.pragma("defer_foreign_keys = ON");
  const restoreTrigger = suspend(database, "allocation_insert");
  for (const table of tableNames) if (table !== "fiscalYear") await fill(table);
  restoreTrigger();
  checkReferences(database, tables);
  checkTogether(database);
  // A closed year refuses rows, so the years come last.
  await fill("fiscalYear");
}

/** What holds for all rows together is looked at by the triggers after an update that changes nothing. */
function checkTogether(database: Database): void {
  try {
    database.exec(`update "contract" set "parentContractId" = "parentContractId" where "voidedAt" is null`);
    database.exec(`update "allocation" set "amountCents" = "amountCents"
      where "paymentId" in (select "id" from "payment" where "voidedAt" is null)`);
  } catch (error) {
    const failure = translateFailure(error, { database });
    if (!(failure instanceof UserError)) throw failure;
    throw new UserError({
      code: "bad-file",
      message: failure.message,
      hint: "请改正文件中的金额或引用，再重新载入。",
      ...(failure.details === undefined ? {} : { details: failure.details }),
    });
  }
}

function fillChunk<Table extends TableName>(
  statements: Statements,
  table: Table,
  rows: readonly Row<Table>[],
  from: number,
): void {
  let filled = 0;
  try {
    statements.insertAll(table, rows, () => {
      filled += 1;
    });
  } catch (error) {
    throw atRow(error, table, from + filled);
  }
}

/**
 * The sums of allocations hold for all of them together, in whatever order they come: the trigger that looks after each
 * insert is put aside, and the one that looks after each update has its say when all are there.
 */
function suspend(database: Database, trigger: string): () => void {
  const sql = database
    .prepare<[string], string>("select sql from sqlite_schema where type = 'trigger' and name = ?")
    .pluck()
    .get(trigger);
  if (sql === undefined) throw new Error(`no trigger ${trigger}`);
  database.exec(`drop trigger "${trigger}"`);
  return () => {
    database.exec(sql);
  };
}

type Dangling = Readonly<{ table: TableName; rowid: number; parent: TableName; fkid: number }>;

function checkReferences(database: Database, tables: Tables): void {
  const [dangling] = database.prepare<[], Dangling>("pragma foreign_key_check").all();
  if (dangling === undefined) return;
  const { table, rowid, parent, fkid } = dangling;
  const column = database
    .prepare<[string, number], string>(`select "from" from pragma_foreign_key_list(?) where id = ?`)
    .pluck()
    .get(table, fkid);
  const id = database
    .prepare<[number], string>(`select id from "${table}" where rowid = ?`)
    .pluck()
    .get(rowid);
  const index = tables[table].findIndex((row) => row.id === id);
  throw new UserError({
    code: "bad-file",
    message: `${placeOf(table, index)}的“${columnLabelOf(column ?? "")}”指向不存在的${labelOf(parent)}。`,
    hint: "请补上被引用的记录，或改正这里的标识，再重新载入。",
    details: { table, row: index, column: column ?? "" },
  });
}

/** "表 contract 第 3 行（合同）": rows are counted from 1, as people do. */
export const placeOf = (table: TableName, index: number): string =>
  `表 ${table} 第 ${index + 1} 行（${labelOf(table)}）`;

function atRow(error: unknown, table: TableName, index: number): unknown {
  if (!(error instanceof Error)) return error;
  const isOurs = error instanceof UserError;
  // A full disk is no fault of the row.
  if (isOurs && !["conflict", "refused", "bad-request"].includes(error.code)) return error;
  return new UserError({
    code: "bad-file",
    message: isOurs
      ? `${placeOf(table, index)}：${error.message}`
      : `${placeOf(table, index)}不合账本的约束：${error.message}`,
    hint: "请改正这一行，再重新载入。",
    details: { table, row: index },
  });
}
