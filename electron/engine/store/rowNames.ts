import { asId, type Id } from "#shared/kernel/id.ts";
import type { Row, TableName } from "#shared/model/ledger.ts";
import { inChunks } from "./chunks.ts";
import type { ReadableLedger } from "./types.ts";

/** The columns that together are what the officer calls a row; void rows have names too. */
const nameColumns = {
  project: ["code", "name"],
  projectName: ["name"],
  budgetLine: ["name"],
  indicator: ["name"],
  narrativeSection: ["heading"],
  policyBasis: ["title"],
  vendor: ["name"],
  vendorName: ["name"],
  contract: ["contractNo", "name"],
  contractPrice: ["name"],
  supplement: ["supplementNo"],
  milestone: ["name"],
  rental: ["name"],
  device: ["deviceNo"],
  instalment: ["label"],
  acceptance: ["documentNo"],
  approval: ["title"],
  importBatch: ["fileName"],
  invoice: ["number"],
  payment: ["paymentNo"],
  attachment: ["fileName"],
  staff: ["name"],
  need: ["name"],
  filing: ["title"],
  finding: ["message"],
  ruleSetting: ["ruleId"],
  economicCode: ["code", "name"],
  holiday: ["onDate", "name"],
  setting: ["key"],
} as const satisfies Partial<Readonly<Record<TableName, readonly string[]>>>;

type Named = keyof typeof nameColumns;

const isNamed = (table: string): table is Named => Object.hasOwn(nameColumns, table);

/** What a row is called, from the row itself. */
export function nameInRow(table: string, row: Readonly<Record<string, unknown>>): string {
  if (!isNamed(table)) return "";
  return nameColumns[table]
    .map((column) => row[column])
    .filter((value) => typeof value === "string" && value !== "")
    .join(" ");
}

export type RowRef = Readonly<{ table: string; id: string }>;

/** Reads what rows are called; a unit of the office by its latest name. */
export async function readRowNames(
  ledger: ReadableLedger,
  refs: readonly RowRef[],
): Promise<(table: string, id: string) => string | undefined> {
  const names = new Map<string, string>();
  const idsOf = new Map<string, Set<Id>>();
  for (const { table, id } of refs) idsOf.set(table, (idsOf.get(table) ?? new Set()).add(asId(id)));
  for (const [table, ids] of idsOf) {
    for (const { id, name } of await namesIn(ledger, table, [...ids])) names.set(`${table} ${id}`, name);
  }
  return (table, id) => names.get(`${table} ${id}`);
}

type IdAndName = Readonly<{ id: string; name: string }>;

async function namesIn(
  { read }: ReadableLedger,
  table: string,
  ids: readonly Id[],
): Promise<readonly IdAndName[]> {
  if (table === "ownUnit") {
    const rows = await inChunks(ids, (chunk) =>
      read.selectFrom("ownUnitName").selectAll().where("ownUnitId", "in", chunk).execute(),
    );
    const inTime = rows.toSorted((a, b) => ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1));
    return inTime.map((row) => ({ id: row.ownUnitId, name: row.name }));
  }
  if (!isNamed(table)) return [];
  const rows = await inChunks<Id, Row<Named>>(ids, (chunk) =>
    read.selectFrom(table).selectAll().where("id", "in", chunk).execute(),
  );
  return rows.map((row) => ({ id: row.id, name: nameInRow(table, row) }));
}
