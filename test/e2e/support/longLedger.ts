import Database from "better-sqlite3";
import { startOffice } from "#engine/ledger/startOffice.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row, TableName } from "#shared/model/ledger.ts";
import { benchTables } from "#test/bench/checkLedger.ts";

/** The years of the ledger, and how many contracts, instalments, invoices and payments each has. */
export const longYears = { 2019: 100_000, 2020: 1_000, 2021: 1, 2022: 0 } as const;

/** Of rentals and of other needs a year has no more: an office lets and buys by the group. */
export const mostGroups = 1_000;

/** Rules compare what one vendor was paid with each other. */
export const vendorCount = 2_000;

const vendorId = (index: number) => asId(`vendor-${index % vendorCount}`);
const vendorName = (index: number) => `上海第${index % vendorCount}服务有限公司`;
const digits = (index: number) => String(index).padStart(6, "0");

type Insert = <Table extends TableName>(table: Table, rows: Iterable<Row<Table>>) => void;

/**
 * A ledger with lists of these lengths, the latest year empty. The rows are put past the change log straight into the
 * tables: entered as the program does it, they would take minutes.
 */
export async function makeLongLedger(path: string): Promise<void> {
  const clock = systemClock;
  await startOffice({ path, clock, officer: "王经办", officeName: "示例街道", fiscalYear: 2022 });
  const database = new Database(path);
  // No row refers to one that is not there; asking 400,000 times takes longer than putting them in.
  database.pragma("foreign_keys = OFF");
  // Whoever loses power here makes it again.
  database.pragma("synchronous = OFF");
  const laid = database
    .prepare<[], { type: string; name: string; sql: string }>(
      "select type, name, sql from sqlite_schema where type in ('index', 'trigger') and sql is not null",
    )
    .all();
  for (const { type, name } of laid) database.exec(`drop ${type} "${name}"`);
  const insert: Insert = (table, rows) => {
    let put: ((row: Readonly<Record<string, unknown>>) => unknown) | undefined;
    for (const row of rows) {
      put ??= insertion(database, table, Object.keys(row));
      put(row);
    }
  };
  database.transaction(() => {
    insert("ownUnit", [sample.unit]);
    insert(
      "vendor",
      listOf(vendorCount, (index) => ({
        ...sample.vendor,
        id: vendorId(index),
        name: vendorName(index),
        creditCode: null,
      })),
    );
    for (const [year, count] of Object.entries(longYears)) insertYear(insert, Number(year), count);
  })();
  // An index is made quicker at once than row by row.
  for (const { sql } of laid) database.exec(sql);
  database.close();
}

/** By place and not by name: names would be looked up in every row anew. */
function insertion(database: Database.Database, table: string, keys: readonly string[]) {
  const columns = keys.map((key) => `"${key}"`).join();
  const statement = database.prepare(
    `insert into "${table}" (${columns}) values (${keys.map(() => "?").join()})`,
  );
  return (row: Readonly<Record<string, unknown>>) => statement.run(keys.map((key) => row[key]));
}

const listOf = <Item>(length: number, itemOf: (index: number) => Item): Item[] =>
  Array.from({ length }, (_, index) => itemOf(index));

/** One row of each table, to be repeated. */
const sample = (() => {
  const tables = benchTables({ contracts: 1, invoices: 1, payments: 1 });
  const first = <Item>([item]: readonly Item[]): Item => {
    if (item === undefined) throw new Error("the sample row is not there");
    return item;
  };
  return {
    unit: first(tables.ownUnit),
    fiscalYear: first(tables.fiscalYear),
    project: first(tables.project),
    line: first(tables.budgetLine),
    vendor: first(tables.vendor),
    contract: first(tables.contract),
    instalment: first(tables.instalment),
    rental: first(tables.rental),
    segment: first(tables.rentalSegment),
    invoice: first(tables.invoice),
    payment: first(tables.payment),
  };
})();

function insertYear(insert: Insert, year: number, count: number): void {
  const of = <Item extends { id: string }>(item: Item, index: number): Item => ({
    ...item,
    id: `${item.id}-${year}-${index}`,
  });
  if (year !== 2022) insert("fiscalYear", [{ ...of(sample.fiscalYear, 0), year }]);
  const project = { ...of(sample.project, 0), fiscalYear: year, code: `P-${year}` };
  const line = { ...of(sample.line, 0), projectId: project.id };
  insert("project", [project]);
  insert("budgetLine", [line]);
  const groups = Math.min(count, mostGroups);
  const day = (index: number, ofMonth: string) => isoDate(`${year}-0${(index % 9) + 1}-${ofMonth}`);
  const month = { periodFrom: isoDate(`${year}-01-01`), periodTo: isoDate(`${year}-01-31`) };
  insert(
    "contract",
    listOf(count, (index) => ({
      ...of(sample.contract, index),
      contractNo: `HT-${year}-${digits(index)}`,
      name: `租赁合同${year}${digits(index)}`,
      projectId: project.id,
      budgetLineId: line.id,
      vendorId: vendorId(index),
      signedOn: isoDate(`${year - 1}-12-20`),
      startDate: isoDate(`${year}-01-01`),
      endDate: isoDate(`${year}-12-31`),
    })),
  );
  insert(
    "rental",
    listOf(groups, (index) => ({
      ...of(sample.rental, index),
      contractId: of(sample.contract, index).id,
      name: `记录仪${digits(index)}`,
    })),
  );
  insert(
    "rentalSegment",
    listOf(groups, (index) => ({
      ...of(sample.segment, index),
      rentalId: of(sample.rental, index).id,
      validFrom: month.periodFrom,
    })),
  );
  insert(
    "instalment",
    listOf(count, (index) => ({
      ...of(sample.instalment, index),
      ...month,
      contractId: of(sample.contract, index).id,
      rentalId: index < groups ? of(sample.rental, index).id : null,
      label: `${year}年1月`,
      amountCents: cents(50_000 + index),
      earliestDate: isoDate(`${year}-02-01`),
      dueDate: isoDate(`${year}-03-03`),
    })),
  );
  insert(
    "need",
    listOf(groups, (index) => ({
      ...{ id: asId(`need-${year}-${index}`), projectId: project.id, budgetLineId: line.id },
      ...{
        kind: "supplies" as const,
        name: `用品${digits(index)}`,
        unitName: "个",
        unitPrice: decimal("10"),
      },
      ...{ quantity: decimal("5"), perPerson: null, replaceYears: null, note: "" },
      ...{ voidedAt: null, voidReason: null },
    })),
  );
  insert(
    "invoice",
    listOf(count, (index) => ({
      ...of(sample.invoice, index),
      number: `${year}${String(index).padStart(16, "0")}`,
      issueDate: day(index, "15"),
      vendorId: vendorId(index),
      sellerName: vendorName(index),
      grossCents: cents(50_000 + index),
      netCents: cents(47_170 + index),
    })),
  );
  insert(
    "payment",
    listOf(count, (index) => ({
      ...of(sample.payment, index),
      paymentNo: `FK-${year}-${digits(index)}`,
      state: "draft" as const,
      paidOn: null,
      projectId: project.id,
      budgetLineId: line.id,
      contractId: null,
      vendorId: vendorId(index),
      payeeName: vendorName(index),
      requestedOn: day(index, "20"),
      amountCents: cents(50_000 + index),
    })),
  );
}
