import { documentVersion, type LedgerDocument, type TableName, tableNames } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "../store/types.ts";

/**
 * The whole ledger as one document. Rows come in the order of their ids and the change log in its own, so that equal
 * ledgers make equal documents.
 */
export async function dumpLedger(ledger: ReadableLedger): Promise<LedgerDocument> {
  const queries = Object.fromEntries(
    tableNames.map((table) => [
      table,
      ledger.read
        .selectFrom(table)
        .selectAll()
        .orderBy(ledger.read.dynamic.ref(table === "changeLog" ? "seq" : "id")),
    ]),
  );
  // Which table has which rows is more than the type of a loop can say.
  const tables: unknown = await ledger.readTogether(queries);
  return {
    format: "jingfei-ledger",
    version: documentVersion,
    tables: tables as LedgerDocument["tables"],
  };
}

/** The document as text, a line a row, so that two dumps can be compared by eye. */
export function documentText({ format, version, tables }: LedgerDocument): string {
  const tableText = (table: TableName): string => {
    const rows = tables[table].map((row) => `\n   ${JSON.stringify(row)}`);
    return `  ${JSON.stringify(table)}: [${rows.join(",")}${rows.length === 0 ? "" : "\n  "}]`;
  };
  const head = ` "format": ${JSON.stringify(format)},\n "version": ${version},\n "tables": {\n`;
  return `{\n${head}${tableNames.map(tableText).join(",\n")}\n }\n}\n`;
}
