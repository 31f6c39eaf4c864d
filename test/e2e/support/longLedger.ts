import Database from "better-sqlite3";
import { startOffice } from "#engine/ledger/startOffice.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row, TableName } from "#shared/model/ledger.ts";
import { benchTables } from "#test/bench/checkLedger.ts";

/** The years of the ledger and how many invoices and payments each has; and instalments, but never more than 1,000. */
export const longYears = { 2019: 100_000, 2020: 1_000, 2021: 1, 2022: 0 } as const;

const mostInstalments = 1_000;

/** Rules compare what one vendor was paid with each other. */
const vendors = 2_000;
const vendorId = (index: number) => asId(`vendor-${index % vendors}`);
const vendorName = (index: number) => `上海第${index % vendors}服务有限公司`;

/**
 * A ledger with lists of these lengths, the latest year empty. The rows are put past the change log straight into the
 * tables: entered as the program does it, they would take half a minute.
 */
export async function makeLongLedger(path: string): Promise<void> {
  const clock = systemClock;
  await startOffice({ path, clock, officer: "王经办", officeName: "示例街道", fiscalYear: 2022 });
  const database = new Database(path);
  // No row refers to one that is not there; asking 200,000 times takes longer than putting them in.
  database.pragma("foreign_keys = OFF");
  const triggers = database
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_schema where type = 'trigger'")
    .all();
  for (const { name } of triggers) database.exec(`drop trigger "${name}"`);
  const insert = <Table extends TableName>(table: Table, rows: Iterable<Row<Table>>) => {
    let statement: ReturnType<typeof database.prepare> | undefined;
    for (const row of rows) {
      const keys = Object.keys(row);
      statement ??= database.prepare(
        `insert into "${table}" (${keys.map((key) => `"${key}"`).join()}) values (${keys.map((key) => `@${key}`).join()})`,
      );
      statement.run(row);
    }
  };
  database.transaction(() => {
    const one = benchTables({ contracts: 1, invoices: 1, payments: 1 });
    const first = <Item>([item]: readonly Item[]): Item => {
      if (item === undefined) throw new Error("the sample row is not there");
      return item;
    };
    const [unit, project, line, vendor] = [
      first(one.ownUnit),
      first(one.project),
      first(one.budgetLine),
      first(one.vendor),
    ];
    insert("ownUnit", [unit]);
    insert(
      "vendor",
      Array.from({ length: vendors }, (_, index) => ({
        ...vendor,
        id: vendorId(index),
        name: vendorName(index),
        creditCode: null,
      })),
    );
    for (const [name, count] of Object.entries(longYears)) {
      const year = Number(name);
      const of = <Item extends { id: string }>(item: Item, index: number): Item => ({
        ...item,
        id: `${item.id}-${year}-${index}`,
      });
      if (year !== 2022) insert("fiscalYear", [{ ...of(first(one.fiscalYear), 0), year }]);
      const ofYear = { ...of(project, 0), fiscalYear: year, code: `P-${year}` };
      const budgetLineId = of(line, 0).id;
      insert("project", [ofYear]);
      insert("budgetLine", [{ ...line, id: budgetLineId, projectId: ofYear.id }]);
      const digits = (index: number) => String(index).padStart(6, "0");
      const many = <Item>(rowOf: (index: number) => Item, most: number = count) =>
        Array.from({ length: Math.min(most, count) }, (_, index) => rowOf(index));
      insert(
        "contract",
        many(
          (index) => ({
            ...of(first(one.contract), index),
            contractNo: `HT-${year}-${digits(index)}`,
            projectId: ofYear.id,
            budgetLineId,
          }),
          mostInstalments,
        ),
      );
      insert(
        "instalment",
        many(
          (index) => ({
            ...of(first(one.instalment), index),
            contractId: of(first(one.contract), index).id,
            rentalId: null,
          }),
          mostInstalments,
        ),
      );
      insert(
        "invoice",
        many((index) => ({
          ...of(first(one.invoice), index),
          number: `${year}${String(index).padStart(16, "0")}`,
          issueDate: isoDate(`${year}-0${(index % 9) + 1}-15`),
          vendorId: vendorId(index),
          sellerName: vendorName(index),
          grossCents: cents(50_000 + index),
          netCents: cents(47_170 + index),
        })),
      );
      insert(
        "payment",
        many((index) => ({
          ...of(first(one.payment), index),
          paymentNo: `FK-${year}-${digits(index)}`,
          state: "draft" as const,
          paidOn: null,
          projectId: ofYear.id,
          budgetLineId,
          contractId: null,
          vendorId: vendorId(index),
          payeeName: vendorName(index),
          requestedOn: isoDate(`${year}-0${(index % 9) + 1}-20`),
          amountCents: cents(50_000 + index),
        })),
      );
    }
  })();
  for (const { sql } of triggers) database.exec(sql);
  database.close();
}
