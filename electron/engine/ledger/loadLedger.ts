import { existsSync } from "node:fs";
import path from "node:path";
import { UserError } from "#shared/kernel/errors.ts";
import { type LedgerDocument, type TableName, tableNames } from "#shared/model/ledger.ts";
import { readText } from "../files/readText.ts";
import type { StoreOptions } from "../store/openStore.ts";
import type { BulkOptions, Ledger, ReadableLedger } from "../store/types.ts";
import { makeLedger } from "./createLedger.ts";
import { openLedger } from "./openLedger.ts";
import { parseDocument } from "./parseDocument.ts";

/** Rows loaded, by table. */
export type RowCounts = Readonly<Record<TableName, number>>;

/**
 * Makes a new ledger file of the text of a document, exactly as it was dumped: nothing is added, not even to the change
 * log. Fails with `conflict` when the file exists and `bad-file` when the document does not fit; no file is left then.
 */
export async function loadLedger(
  { document: text, ...store }: StoreOptions & Readonly<{ document: string }>,
  options: BulkOptions = {},
): Promise<RowCounts> {
  const document = parseDocument(text);
  await makeLedger(store, (ledger) => fillLedger(ledger, document, options));
  return countsOf(document);
}

/**
 * Loads a file that was dumped into the ledger named: a new one, or one that has no rows yet. What is wrong with the file
 * is said with its name.
 */
export async function loadFile(store: StoreOptions, file: string): Promise<RowCounts> {
  const text = await readText(file);
  try {
    return await (existsSync(store.path) ? loadInto(store, text) : loadLedger({ ...store, document: text }));
  } catch (error) {
    throw withName(error, path.basename(file));
  }
}

async function loadInto(store: StoreOptions, text: string): Promise<RowCounts> {
  const document = parseDocument(text);
  const ledger = await openLedger(store);
  try {
    await fillLedger(ledger, document);
    return countsOf(document);
  } finally {
    await ledger.close();
  }
}

function withName(error: unknown, fileName: string): unknown {
  if (!(error instanceof UserError) || error.code !== "bad-file") return error;
  const { code, message, hint, details } = error;
  return new UserError({
    code,
    message: `文件“${fileName}”不能载入：${message}`,
    details: { ...details, fileName },
    ...(hint === undefined ? {} : { hint }),
  });
}

/** Puts a document into an open ledger that has no rows yet: all of it or nothing. */
export async function fillLedger(
  ledger: Ledger,
  document: LedgerDocument,
  options: BulkOptions = {},
): Promise<void> {
  if (!(await isEmpty(ledger))) {
    throw new UserError({
      code: "conflict",
      message: `账本里已有数据，没有载入：${ledger.path}`,
      hint: "请载入到一个新的账本。",
    });
  }
  await ledger.fill(document.tables, options);
}

const countsOf = ({ tables }: LedgerDocument): RowCounts =>
  Object.fromEntries(tableNames.map((table) => [table, tables[table].length])) as RowCounts;

async function isEmpty(ledger: ReadableLedger): Promise<boolean> {
  const first = await ledger.readTogether(
    Object.fromEntries(
      tableNames.map((table) => [table, ledger.read.selectFrom(table).select("id").limit(1)]),
    ),
  );
  return Object.values(first).every((rows) => rows.length === 0);
}
