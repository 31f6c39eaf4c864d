import { describe, expect, it } from "vitest";
import { jsonSchema } from "#engine/ledger/jsonSchema.ts";
import { tableNames, tables } from "#shared/model/ledger.ts";

type Schema = Readonly<{
  title?: string;
  type?: string;
  pattern?: string;
  const?: unknown;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
}>;

const schema = jsonSchema() as Schema;
const rowsOf = (table: string) => schema.properties?.tables?.properties?.[table];

describe("jsonSchema", () => {
  it("names the format, its version and every table", () => {
    expect(schema.required).toEqual(["format", "version", "tables"]);
    expect([schema.properties?.format?.const, schema.properties?.version?.const]).toEqual([
      "jingfei-ledger",
      3,
    ]);
    expect(Object.keys(schema.properties?.tables?.properties ?? {})).toEqual([...tableNames]);
  });

  it.each(tableNames)("says of %s which fields it has, and calls them as the officer does", (table) => {
    const rows = rowsOf(table);
    expect(rows?.items?.required).toEqual(Object.keys(tables[table].shape));
    const titles = [rows, ...Object.values(rows?.items?.properties ?? {})].map((field) => field?.title ?? "");
    expect(titles.filter((title) => !/\p{Script=Han}/u.test(title))).toEqual([]);
  });

  it("says how amounts and days are written", () => {
    const fields = rowsOf("invoice")?.items?.properties;
    expect(fields?.grossCents).toMatchObject({ type: "integer", title: "价税合计" });
    expect(new RegExp(fields?.issueDate?.pattern ?? "").test("2022-01-31")).toBe(true);
    expect(new RegExp(fields?.issueDate?.pattern ?? "").test("2022/1/31")).toBe(false);
  });
});
