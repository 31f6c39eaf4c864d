import { describe, expect, it } from "vitest";
import { columnLabelOf, labelOf } from "#shared/model/labels.ts";
import { documentVersion, ledgerDocument, type TableName, tableNames, tables } from "#shared/model/ledger.ts";

const columnsOf = (table: TableName) => Object.keys(tables[table].shape);

/** Columns that refer to a table under a name other than its own. */
const parents: Readonly<Record<string, TableName>> = {
  departmentUnitId: "ownUnit",
  implementingUnitId: "ownUnit",
  payerUnitId: "ownUnit",
  batchId: "importBatch",
};

describe("the ledger", () => {
  it("lists parents before children, so that it can be filled in order", () => {
    const later = tableNames.flatMap((table, index) =>
      columnsOf(table).flatMap((column) => {
        const named = tableNames.find((name) => `${name}Id` === column);
        const parent = parents[column] ?? named;
        return parent !== undefined && tableNames.indexOf(parent) > index ? [`${table}.${column}`] : [];
      }),
    );
    expect(later).toEqual([]);
  });

  it.each(tableNames)("%s has an id, and is voided with a reason or not at all", (table) => {
    const columns = columnsOf(table);
    expect(columns[0]).toBe("id");
    expect(columns.includes("voidedAt")).toBe(columns.includes("voidReason"));
  });

  it.each(tableNames)("%s and its columns have words of the officer's", (table) => {
    const labels = [labelOf(table), ...columnsOf(table).map(columnLabelOf)];
    expect(labels.filter((label) => !/\p{Script=Han}/u.test(label))).toEqual([]);
  });

  it("says in the names of amounts and days what they are", () => {
    const misnamed = tableNames.flatMap((table) =>
      Object.entries(tables[table].shape).flatMap(([column, schema]) => {
        const takes = (value: unknown) => schema.safeParse(value).success;
        const isAmount = takes(2 ** 39) && !counted.test(column);
        const isDay = takes("2022-01-31") && !takes("x");
        return isAmount !== /Cents$/.test(column) || (isDay && !/(On|Date|From|To|Cutoff)$/.test(column))
          ? [`${table}.${column}`]
          : [];
      }),
    );
    expect(misnamed).toEqual([]);
  });
});

/** Counts and places in a row have no upper limit either. */
const counted = /^(seq|step|undoesStep|versionNo|rowNo|sizeBytes|\w+Count)$/;

describe("ledgerDocument", () => {
  const empty = {
    format: "jingfei-ledger",
    version: documentVersion,
    tables: Object.fromEntries(tableNames.map((table) => [table, []])),
  };

  it("takes an empty ledger", () => {
    expect(ledgerDocument.parse(empty)).toEqual(empty);
  });

  it.each([
    ["another format", { ...empty, format: "other" }],
    ["another version", { ...empty, version: documentVersion + 1 }],
    ["a missing table", { ...empty, tables: { ...empty.tables, invoice: undefined } }],
    ["a table too many", { ...empty, tables: { ...empty.tables, asset: [] } }],
    ["a row that does not fit", { ...empty, tables: { ...empty.tables, setting: [{ id: "a" }] } }],
  ])("refuses %s", (_name, document) => {
    expect(ledgerDocument.safeParse(document).success).toBe(false);
  });
});
