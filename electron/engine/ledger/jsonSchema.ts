import { z } from "zod";
import { columnLabelOf, tableLabels } from "#shared/model/labels.ts";
import { ledgerDocument } from "#shared/model/ledger.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The JSON schema of a ledger document, from the very types that check it, each table and field with the officer's word
 * for it as its title. Amounts (`…Cents`) are integer 分.
 */
export function jsonSchema(): JsonSchema {
  const document = z.toJSONSchema(ledgerDocument);
  for (const [table, label] of Object.entries(tableLabels)) {
    const rows = propertyOf(propertyOf(document, "tables"), table);
    if (rows === undefined) continue;
    rows.title = label;
    const row = typeof rows.items === "object" && !Array.isArray(rows.items) ? rows.items : undefined;
    for (const column of Object.keys(row?.properties ?? {})) {
      const field = propertyOf(row, column);
      if (field !== undefined) field.title = columnLabelOf(column);
    }
  }
  return document;
}

function propertyOf(schema: JsonSchema | undefined, name: string): JsonSchema | undefined {
  const property = schema?.properties?.[name];
  return typeof property === "object" ? property : undefined;
}
