import type { Row } from "../model/ledger.ts";
import type { DerivedRow, DerivedRows, DerivedTable } from "./derivedRows.ts";
import type { FactRows, FactTable, TableRows } from "./factRows.ts";
import { type Exchange, exchangeIn } from "./indexing.ts";

type TableChanges = { readonly [Table in FactTable]?: Exchange<Row<Table>> };
type DerivedChanges = { readonly [Table in DerivedTable]?: Exchange<DerivedRow[Table]> };

/** What changed between two states of the rows, by table. */
export type RowChanges = TableChanges & DerivedChanges;

/** Rows, and how they differ from those of before. */
export type ChangedRows = Readonly<{ rows: FactRows; changes: RowChanges }>;

/** All rows of a table that changed, as they were and as they are. */
export function changedRows<Table extends FactTable>(
  changes: RowChanges,
  table: Table,
): readonly Row<Table>[] {
  const { gone, come } = changeOf(changes, table);
  return [...gone, ...come];
}

const changeOf = <Table extends FactTable>(changes: TableChanges, table: Table): Exchange<Row<Table>> =>
  changes[table] ?? none;

/** The rows of a table, typed so that its name leads to its row. */
export const rowsOf = <Table extends FactTable>(rows: TableRows, table: Table): readonly Row<Table>[] =>
  rows[table];

const none = { gone: [], come: [] } as const;

/** The rows with some of a table exchanged, once more or for the first time. */
export function exchangeRows<Table extends FactTable>(
  { rows, changes }: ChangedRows,
  table: Table,
  exchange: Exchange<Row<Table>>,
): ChangedRows {
  if (isNothing(exchange)) return { rows, changes };
  return {
    rows: { ...rows, [table]: exchangeIn(rowsOf(rows, table), exchange) },
    changes: { ...changes, [table]: afterEachOther(changeOf(changes, table), exchange) },
  };
}

/** The same for what is derived of other tables. */
export function exchangeDerived<Table extends DerivedTable>(
  { rows, changes }: ChangedRows,
  table: Table,
  exchange: Exchange<DerivedRow[Table]>,
): ChangedRows {
  if (isNothing(exchange)) return { rows, changes };
  const [lists, before]: [DerivedRows, DerivedChanges] = [rows, changes];
  return {
    rows: { ...rows, [table]: exchangeIn<DerivedRow[Table]>(lists[table], exchange) },
    changes: { ...changes, [table]: afterEachOther<DerivedRow[Table]>(before[table] ?? none, exchange) },
  };
}

const isNothing = ({ gone, come }: Exchange<unknown>): boolean => gone.length === 0 && come.length === 0;

/** Two exchanges as one: what came with the first and went with the second was never there. */
function afterEachOther<Item>(first: Exchange<Item>, second: Exchange<Item>): Exchange<Item> {
  const came = new Set(first.come);
  const gone = new Set(second.gone);
  return {
    gone: [...first.gone, ...second.gone.filter((item) => !came.has(item))],
    come: [...first.come.filter((item) => !gone.has(item)), ...second.come],
  };
}
