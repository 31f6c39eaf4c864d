import type { TableName } from "#shared/model/ledger.ts";
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
  const idsOf = new Map<string, Set<string>>();
  for (const { table, id } of refs) idsOf.set(table, (idsOf.get(table) ?? new Set()).add(id));
  for (const [table, ids] of idsOf) {
    for (const { id, name } of await namesIn(ledger, table, [...ids])) names.set(`${table} ${id}`, name);
  }
  return (table, id) => names.get(`${table} ${id}`);
}

type IdAndName = Readonly<{ id: string; name: string }>;

/** As many as one statement takes. */
const chunkSize = 500;

async function namesIn(
  { read }: ReadableLedger,
  table: string,
  ids: readonly string[],
): Promise<readonly IdAndName[]> {
  if (!isNamed(table) && table !== "ownUnit") return [];
  const found: IdAndName[] = [];
  for (let from = 0; from < ids.length; from += chunkSize) {
    const part = ids.slice(from, from + chunkSize);
    if (table === "ownUnit") {
      const rows = await read
        .selectFrom("ownUnitName")
        .selectAll()
        .where("ownUnitId", "in", part as never)
        .execute();
      const inTime = rows.toSorted((a, b) => ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1));
      found.push(...inTime.map((row) => ({ id: row.ownUnitId, name: row.name })));
      continue;
    }
    const rows: readonly (Readonly<{ id: string }> & Readonly<Record<string, unknown>>)[] = await read
      .selectFrom(table)
      .selectAll()
      .where("id", "in", part as never)
      .execute();
    found.push(...rows.map((row) => ({ id: row.id, name: nameInRow(table, row) })));
  }
  return found;
}
