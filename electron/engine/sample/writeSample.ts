import { access, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type LedgerTables, type TableName, tableNames } from "#shared/model/ledger.ts";
import { fileError, isFileError } from "../files/fileError.ts";
import { insertRows } from "../store/bulk.ts";
import type { EditableTable, Ledger, WritableLedger } from "../store/types.ts";
import { sampleDocument } from "./document.ts";
import { sampleExportInvoices } from "./exportInvoices.ts";
import { writeTaxExport } from "./taxExport.ts";

const isEditable = (table: TableName): table is EditableTable => table !== "changeLog";

/** Puts the sample office into an empty ledger: all of it in one transaction, or nothing. */
export async function writeSample(ledger: Ledger, actor: string): Promise<void> {
  const { tables } = sampleDocument();
  await ledger.write({ actor, action: "装入示例" }, async (tx) => {
    for (const table of tableNames.filter(isEditable)) await insertTable(tx, table, tables);
  });
}

const insertTable = <Table extends EditableTable>(
  tx: WritableLedger,
  table: Table,
  tables: { [Name in TableName]: readonly LedgerTables[Name][] },
): Promise<void> => insertRows(tx, table, tables[table]);

const exportName = "示例_全量发票查询导出结果";

/**
 * Writes the sample's invoice export into the folder of the ledger and says where it is. A file of that name is left as
 * it is: the new one then gets a number.
 */
export async function writeSampleExport(ledgerPath: string): Promise<string> {
  const path = await freeName(dirname(ledgerPath));
  try {
    await writeTaxExport(path, { invoices: sampleExportInvoices() });
  } catch (error) {
    await rm(path, { force: true });
    throw isFileError(error) ? fileError(error, path) : error;
  }
  return path;
}

async function freeName(folder: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${exportName}${count === 1 ? "" : ` (${count})`}.xlsx`);
    if (!(await exists(path))) return path;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
