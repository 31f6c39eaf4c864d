import { z } from "zod";
import { labelOf } from "#shared/model/labels.ts";
import { ledgerDocument, tableNames } from "#shared/model/ledger.ts";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The JSON schema of a ledger document, from the very types that check it. Amounts (`…Cents`) are integer 分. */
export function jsonSchema(): JsonSchema {
  return z.toJSONSchema(ledgerDocument, {
    override: ({ jsonSchema: schema, path }) => {
      const table = tableNames.find((name) => name === path.at(-1) && path.at(-3) === "tables");
      if (table !== undefined) schema.title = labelOf(table);
    },
  });
}
