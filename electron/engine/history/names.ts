import type { TableName } from "#shared/model/ledger.ts";
import { readRowNames } from "../store/rowNames.ts";
import type { ReadableLedger } from "../store/types.ts";

/** What the officer calls a row; empty where it has no name or is not there. */
export async function nameOf(ledger: ReadableLedger, table: TableName, id: string): Promise<string> {
  return (await readRowNames(ledger, [{ table, id }]))(table, id) ?? "";
}
