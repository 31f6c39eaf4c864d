import type { Database } from "better-sqlite3";

/**
 * The words in which the migrations describe tables. Migrations that were shipped must mean for ever what they meant,
 * so a word here is never changed, only added.
 */
export type Column = Readonly<{ sql: (name: string) => string; references?: string; nullable: boolean }>;

const quoted = (name: string): string => `"${name}"`;

/** A failed check is known by its name, which leads to the sentence for it. */
const named = (name: string, condition: string): string => `constraint ${quoted(name)} check (${condition})`;

const column = (type: "text" | "integer", check?: (name: string) => string): Column => ({
  nullable: false,
  sql: (name) => `${quoted(name)} ${type} not null${check ? ` ${named(name, check(quoted(name)))}` : ""}`,
});

/** Checks let a missing value pass, so a column that may be empty only loses its `not null`. */
export const optional = (of: Column): Column => ({
  ...of,
  nullable: true,
  sql: (name) => of.sql(name).replace(" not null", ""),
});

export const text: Column = column("text");
export const name: Column = column("text", (it) => `trim(${it}) <> ''`);
export const cents: Column = column("integer");
export const nonNegativeCents: Column = column("integer", (it) => `${it} >= 0`);
export const flag: Column = column("integer", (it) => `${it} in (0, 1)`);
export const date: Column = column("text", (it) => `${it} is null or date(${it}) is ${it}`);
export const instant: Column = column(
  "text",
  (it) => `${it} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*Z'`,
);
export const decimal: Column = column("text", (it) =>
  [
    `${it} glob '*[0-9]'`,
    ...["*[^-.0-9]*", "?*-*", "*.*.*", ".*", "-.*"].map((no) => `${it} not glob '${no}'`),
  ].join(" and "),
);
export const json: Column = column("text", (it) => `json_valid(${it})`);
export const integer = (low: number, high?: number): Column =>
  column("integer", (it) => (high === undefined ? `${it} >= ${low}` : `${it} between ${low} and ${high}`));
export const oneOf = (...values: readonly string[]): Column =>
  column("text", (it) => `${it} in (${values.map((value) => `'${value}'`).join(", ")})`);
export const matching = (glob: string): Column => column("text", (it) => `${it} glob '${glob}'`);

export const reference = (table: string): Column => ({
  nullable: false,
  references: table,
  sql: (columnName) => `${quoted(columnName)} text not null references ${quoted(table)} ("id")`,
});

/** The two columns of a row that is voided and never deleted; both are set or neither. */
export const voidable = { voidedAt: optional(instant), voidReason: optional(text) } as const;

/** A condition among several columns. */
export type Check = Readonly<{ name: string; condition: string }>;

export type Table = Readonly<{
  columns: Readonly<Record<string, Column>>;
  checks?: readonly Check[];
  /** Columns that identify a row; in a table of voidable rows among the live ones. */
  unique?: readonly (readonly string[])[];
}>;

/** `from` is not after `to`, where both are known. */
export const inOrder = (from: string, to: string): Check => ({
  name: `${from} <= ${to}`,
  condition: `${quoted(from)} <= ${quoted(to)}`,
});

const voidedWithReason: Check = {
  name: "voidedAt, voidReason",
  condition: `("voidedAt" is null) = ("voidReason" is null)`,
};

/** Makes a table with its identity, checks, unique keys, and an index for every reference. */
export function createTable(
  database: Database,
  table: string,
  { columns, checks = [], unique = [] }: Table,
): void {
  const isVoidable = "voidedAt" in columns;
  const conditions = isVoidable ? [...checks, voidedWithReason] : checks;
  const parts = [
    `"id" text not null primary key check ("id" <> '')`,
    ...Object.entries(columns).map(([columnName, { sql }]) => sql(columnName)),
    ...conditions.map(({ name: known, condition }) => named(known, condition)),
  ];
  database.exec(`create table ${quoted(table)} (\n  ${parts.join(",\n  ")}\n) strict`);
  for (const key of unique) {
    const live = isVoidable ? ` where "voidedAt" is null` : "";
    const index = `${table}_${key.join("_")}_unique`;
    database.exec(
      `create unique index ${quoted(index)} on ${quoted(table)} (${key.map(quoted).join(", ")})${live}`,
    );
  }
  const leading = new Set(isVoidable ? [] : unique.map(([first]) => first));
  for (const [columnName, { references }] of Object.entries(columns)) {
    if (references === undefined || leading.has(columnName)) continue;
    createIndex(database, table, [columnName]);
  }
}

/** A unique key among the live rows in which the column holds something. */
export function createFilledUniqueIndex(database: Database, table: string, columnName: string): void {
  const index = quoted(`${table}_${columnName}_unique`);
  const condition = `${quoted(columnName)} <> '' and "voidedAt" is null`;
  database.exec(
    `create unique index ${index} on ${quoted(table)} (${quoted(columnName)}) where ${condition}`,
  );
}

export function createIndex(database: Database, table: string, columnNames: readonly string[]): void {
  const index = `${table}_${columnNames.join("_")}`;
  database.exec(`create index ${quoted(index)} on ${quoted(table)} (${columnNames.map(quoted).join(", ")})`);
}

/** An index of the rows alone for which the condition holds. */
export function createPartialIndex(
  database: Database,
  table: string,
  { columns, where }: Readonly<{ columns: readonly string[]; where: string }>,
): void {
  const index = quoted(`${table}_${columns.join("_")}_partial`);
  database.exec(
    `create index ${index} on ${quoted(table)} (${columns.map(quoted).join(", ")}) where ${where}`,
  );
}

/** Adds a column to a table that has rows already; they get `value`, or nothing where the column may be empty. */
export function addColumn(
  database: Database,
  table: string,
  columnName: string,
  props: Readonly<{ column: Column; value?: string }>,
): void {
  const value = props.value === undefined ? "" : ` default '${props.value}'`;
  const sql = props.column.sql(columnName);
  database.exec(`alter table ${quoted(table)} add column ${sql}${value}`);
  if (props.column.references !== undefined) createIndex(database, table, [columnName]);
}
