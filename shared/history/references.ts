import { type TableName, tableNames } from "../model/ledger.ts";

const renamed: Readonly<Record<string, TableName>> = {
  departmentUnitId: "ownUnit",
  implementingUnitId: "ownUnit",
  payerUnitId: "ownUnit",
  parentContractId: "contract",
  refundOfId: "payment",
  batchId: "importBatch",
  contentId: "attachmentContent",
};

/** The table that a column points into; `undefined` for a column that holds no id of a row. */
export function referencedTable(column: string): TableName | undefined {
  const known = renamed[column];
  if (known !== undefined || !column.endsWith("Id")) return known;
  const name = column.slice(0, -2);
  return tableNames.find((table) => table === name);
}

/** By which column parts of a record name it as theirs: instalments of a contract by `contractId`. */
export const columnOfParent = (table: TableName): string =>
  table === "importBatch" ? "batchId" : `${table}Id`;

/** Records with a history of their own, which is not told again with the record that they belong to. */
export const ownHistories = [
  "project",
  "contract",
  "rental",
  "invoice",
  "payment",
  "vendor",
] as const satisfies readonly TableName[];
