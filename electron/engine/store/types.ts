import type { Compilable, InferResult, Kysely } from "kysely";
import type { Clock } from "#shared/kernel/clock.ts";
import type { LedgerDocument, LedgerTables, Row, TableName } from "#shared/model/ledger.ts";
import type { Change, ChangeRecorder, Statements, writing } from "./writing.ts";

/** Typed selects and nothing that writes. */
export type LedgerQueries = Pick<
  Kysely<LedgerTables>,
  "selectFrom" | "selectNoFrom" | "fn" | "case" | "dynamic"
>;

type Queries = Readonly<Record<string, Compilable>>;

/** What a function takes that only looks. A `WritableLedger` and a `Ledger` are readable too. */
export type ReadableLedger = Readonly<{
  read: LedgerQueries;
  /** Runs several selects on one and the same state of the ledger: nothing is committed between them. */
  readTogether: <const Asked extends Queries>(
    queries: Asked,
  ) => Promise<{ [Name in keyof Asked]: InferResult<Asked[Name]> }>;
}>;

/** What a function takes that changes rows: only the callback of `ledger.write` has one. */
export type WritableLedger = ReadableLedger &
  Readonly<{ clock: Clock; [writing]: Readonly<{ statements: Statements; recorder: ChangeRecorder }> }>;

/** An open ledger file. */
export type Ledger = ReadableLedger &
  Readonly<{
    path: string;
    clock: Clock;
    /**
     * Runs `work` in one transaction: all of it is kept, with its entries in the change log, or none. Inside use `tx`
     * alone, also to read what was just written. Writes queue up; readers outside see the state before.
     */
    write: <Result>(change: Change, work: (tx: WritableLedger) => Promise<Result>) => Promise<Result>;
    /** Puts whole tables into a ledger that has none yet, in one transaction, with the log they bring. */
    fill: (tables: LedgerDocument["tables"], options?: BulkOptions) => Promise<void>;
    /** Copies the whole ledger, as it stands, to a new file. Fails with `conflict` when there is one. */
    backupTo: (path: string) => Promise<void>;
    close: () => Promise<void>;
  }>;

/** Rows that use cases insert; the change log writes itself. */
export type EditableTable = Exclude<TableName, "changeLog">;
/** Rows that are changed in place; versions and the log never are. */
export type UpdatableTable = Exclude<
  TableName,
  "changeLog" | "filingVersion" | "filingFile" | "paymentStep" | "attachmentContent"
>;
/** Rows that are voided with a reason and never deleted. */
export type VoidableTable = {
  [Table in TableName]: "voidedAt" extends keyof LedgerTables[Table] ? Table : never;
}[TableName];

/** Parts and links of another row: these may be taken away, and the log keeps what they were. */
export const removableTables = [
  "ownUnitName",
  "setting",
  "economicCode",
  "narrativeSection",
  "policyBasis",
  "fundingSource",
  "indicatorActual",
  "vendorName",
  "vendorAccount",
  "rentalSegment",
  "invoiceLine",
  "allocation",
  "ruleSetting",
  "holiday",
  "projectName",
  "quarterPlan",
  "contractPrice",
  "milestone",
  "measuredItem",
] as const satisfies readonly TableName[];
export type RemovableTable = (typeof removableTables)[number];

type VoidColumn = "voidedAt" | "voidReason";

/** A row to insert; it is not void unless it says so. */
export type NewRow<Table extends TableName> = Omit<Row<Table>, VoidColumn> &
  Partial<Pick<Row<Table>, VoidColumn & keyof Row<Table>>>;

/** What may change of a row: everything but its identity and whether it is void. */
export type Patch<Table extends TableName> = Partial<Omit<Row<Table>, "id" | VoidColumn>>;

export type BulkOptions = Readonly<{
  /** Looked at between chunks; an abort rolls the whole transaction back. */
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}>;
