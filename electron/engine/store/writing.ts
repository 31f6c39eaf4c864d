import type { Id } from "#shared/kernel/id.ts";
import type { Row, TableName } from "#shared/model/ledger.ts";

/** Who changes what, for the change log: `action` in a few words, such as "登记付款"; `undoesStep` when it takes one back. */
export type Change = Readonly<{ actor: string; action: string; summary?: string; undoesStep?: number }>;

/** What happened to one row, or to many at once (`entityId` is empty, `after` says how many). */
export type RecordedChange = Readonly<{
  entity: TableName;
  entityId: string;
  before: object | null;
  after: object | null;
}>;

export type ChangeRecorder = Readonly<{
  record: (change: RecordedChange) => void;
  /**
   * Runs work of many statements and one entry. When it fails half way the transaction can not be committed any more,
   * even if its caller catches the error: there would be rows without a trace.
   */
  whole: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Throws what made the transaction unfit to be committed. */
  refuseHalf: () => void;
}>;

/** What a column holds. */
export type Value = string | number | null;

/** The statements that write rows and leave no trace: for the functions of this folder, which do. */
export type Statements = Readonly<{
  insert: <Table extends TableName>(table: Table, row: Row<Table>) => void;
  /** Inserts and hands every row's values, in the order of the columns, to `seen`. */
  insertAll: <Table extends TableName>(
    table: Table,
    rows: readonly Row<Table>[],
    seen: (values: readonly Value[]) => void,
  ) => void;
  update: (table: TableName, id: Id, values: Readonly<Record<string, Value>>) => void;
  remove: (table: TableName, id: Id) => void;
  find: <Table extends TableName>(table: Table, id: Id) => Row<Table> | undefined;
  lastEntry: () => Row<"changeLog"> | undefined;
}>;

/**
 * The key under which a `WritableLedger` keeps what writes. Only this folder uses it: everything else writes through
 * `rows.ts` and `bulk.ts`, and so cannot forget the change log.
 */
export const writing: unique symbol = Symbol("writing");

export type SlowQuery = Readonly<{ sql: string; millis: number }>;

/** Told of every statement that takes longer than `slowMillis`. */
export type QueryWatch = Readonly<{ slowMillis: number; onSlow: (query: SlowQuery) => void }>;
