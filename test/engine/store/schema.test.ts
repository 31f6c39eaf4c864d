import SqliteDatabase, { type Database } from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { migrations } from "#engine/store/migrations/migrations.ts";
import { removableTables } from "#engine/store/types.ts";
import { type TableName, tableNames, tables } from "#shared/model/ledger.ts";

type Column = Readonly<{ name: string; type: string; notnull: number }>;
type JsonField = Readonly<{ type?: string; enum?: readonly unknown[]; anyOf?: readonly JsonField[] }>;

let database: Database;

beforeAll(() => {
  database = new SqliteDatabase(":memory:");
  for (const { up } of migrations) up(database);
});

const columnsIn = (table: string): readonly Column[] =>
  database.prepare<[string], Column>('select name, type, "notnull" from pragma_table_info(?)').all(table);

const sqlOf = (type: "table" | "trigger", name: string): string =>
  database
    .prepare<[string, string], string>("select sql from sqlite_schema where type = ? and name = ?")
    .pluck()
    .get(type, name) ?? "";

const fieldsOf = (table: TableName): Readonly<Record<string, JsonField>> =>
  z.toJSONSchema(tables[table]).properties as Readonly<Record<string, JsonField>>;

/** The alternatives of a field without "null", and whether that is one of them. */
function alternatives(field: JsonField): Readonly<{ nullable: boolean; kinds: readonly JsonField[] }> {
  const all = field.anyOf ?? (Array.isArray(field.type) ? field.type.map((type) => ({ type })) : [field]);
  return {
    nullable: all.some(({ type }) => type === "null") || (field.enum ?? []).includes(null),
    kinds: all.filter(({ type }) => type !== "null"),
  };
}

describe.each(tableNames)("table %s", (table) => {
  it("has the columns of its schema, in their order, of their type, empty where the schema lets them", () => {
    const expected = Object.entries(fieldsOf(table)).map(([name, field]) => {
      const { nullable, kinds } = alternatives(field);
      const isText = kinds.every(({ type }) => type === "string");
      return { name, type: isText ? "TEXT" : "INTEGER", notnull: nullable ? 0 : 1 };
    });
    expect(columnsIn(table)).toEqual(expected);
  });

  it("takes the values that the schema enumerates and no others", () => {
    const sql = sqlOf("table", table);
    const expected = Object.entries(fieldsOf(table)).flatMap(([name, field]) => {
      const values = alternatives(field).kinds.flatMap((kind) => kind.enum ?? []);
      return values.length === 0 ? [] : [[name, values.map(String).sort()]];
    });
    const checked = [...sql.matchAll(/check \("(\w+)" in \(('[^)]*)\)\)/g)].map(([, name, values = ""]) => [
      name,
      [...values.matchAll(/'([^']*)'/g)].map(([, value]) => value).sort(),
    ]);
    expect(checked).toEqual(expected);
  });

  it("is strict and refers by id to a table that is there", () => {
    expect(sqlOf("table", table)).toMatch(/\) strict$/);
    const references = database
      .prepare<[string], { from: string; table: string; to: string }>(
        `select "from", "table", "to" from pragma_foreign_key_list(?)`,
      )
      .all(table);
    const ids = columnsIn(table).filter(({ name }) => /Id$/.test(name) && !freeIds.has(`${table}.${name}`));
    expect(references.map(({ from }) => from).sort()).toEqual(ids.map(({ name }) => name).sort());
    for (const reference of references) {
      expect(reference.to).toBe("id");
      expect(tableNames).toContain(reference.table);
    }
  });

  it("has an index for every reference", () => {
    const references = database
      .prepare<[string], string>(`select "from" from pragma_foreign_key_list(?)`)
      .pluck()
      .all(table);
    const leading = database
      .prepare<[string], string>(
        `select c.name from pragma_index_list(?) i join pragma_index_info(i.name) c
         where c.seqno = 0 and i.partial = 0`,
      )
      .pluck()
      .all(table);
    expect(leading).toEqual(expect.arrayContaining(references));
  });

  it("lets go of its rows only when they are parts of others", () => {
    const guarded = sqlOf("trigger", `${table}_delete`) !== "";
    expect(guarded).toBe(!removableTables.some((removable) => removable === table));
  });
});

/** Ids that name something other than a row of one table. */
const freeIds = new Set([
  "changeLog.entityId",
  "budgetAdjustment.groupId",
  "ruleSetting.ruleId",
  "finding.ruleId",
  "invoice.sellerTaxId",
  "invoice.buyerTaxId",
  "payment.payeeTaxId",
]);

describe("the database itself", () => {
  it("has no tables besides those of the schema", () => {
    const made = database
      .prepare<[], string>("select name from sqlite_schema where type = 'table' order by name")
      .pluck()
      .all();
    expect(made).toEqual([...tableNames].sort());
  });

  it("numbers its migrations without gaps", () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it.each(["2022-02-30", "2022-1-1", "20220101", "2022-13-01", "", "x"])("refuses the date %j", (date) => {
    const insert = database.prepare(
      "insert into fiscalYear (id, year, state, paymentCutoff, stateReason) values ('y', 2022, 'open', ?, '')",
    );
    expect(() => insert.run(date)).toThrow(/CHECK constraint failed/);
  });

  it.each(["1,5", "", "-", "1.", "a", "--1", "1-2", ".5", "-.5", "1.2.3", "1e3"])(
    "refuses the number %j",
    (quantity) => {
      database.pragma("foreign_keys = OFF");
      const insert = database.prepare(
        `insert into rentalSegment (id, rentalId, validFrom, quantity, unitPrice, free, note)
       values ('s', 'r', '2022-01-01', ?, '1', 0, '')`,
      );
      expect(() => insert.run(quantity)).toThrow(/CHECK constraint failed/);
    },
  );

  it("keeps amounts whole", () => {
    const insert = database.prepare(
      "insert into fundingSource (id, projectId, scope, kind, amountCents) values ('f', 'p', 'total', 'sum', ?)",
    );
    database.pragma("foreign_keys = OFF");
    for (const amount of [1.5, "abc", -1]) expect(() => insert.run(amount)).toThrow(/cannot store|CHECK/);
  });
});
