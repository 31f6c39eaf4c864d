import type { Database } from "better-sqlite3";

/** How the officer calls a row: its number or name, found by its id. Rows without a name of their own are left out. */
const names: Readonly<Record<string, string>> = {
  project: `select '项目“' || name || '”（' || code || '）' from project where id = ?`,
  budgetLine: `select '预算明细“' || name || '”' from budgetLine where id = ?`,
  indicator: `select '绩效指标“' || name || '”' from indicator where id = ?`,
  vendor: `select '供应商“' || name || '”' from vendor where id = ?`,
  contract: `select '合同 ' || contractNo || ' “' || name || '”' from contract where id = ?`,
  supplement: `select '补充协议 ' || supplementNo from supplement where id = ?`,
  rental: `select '月租“' || name || '”' from rental where id = ?`,
  device: `select '设备 ' || deviceNo from device where id = ?`,
  need: `select '需求“' || name || '”' from need where id = ?`,
  staff: `select '人员“' || name || '”' from staff where id = ?`,
  instalment: `select '合同 ' || contractNo || ' 第 ' || seq || ' 期' || case label when '' then '' else '（' || label || '）' end
    from instalment join contract on contract.id = instalment.contractId where instalment.id = ?`,
  acceptance: `select '验收 ' || documentNo || '（' || acceptedOn || '）' from acceptance where id = ?`,
  importBatch: `select '导入批次“' || fileName || '”（' || substr(importedAt, 1, 10) || '）' from importBatch where id = ?`,
  invoice: `select '发票 ' || number from invoice where id = ?`,
  payment: `select '付款 ' || paymentNo from payment where id = ?`,
  approval: `select '审批“' || title || '”' from approval where id = ?`,
};

export function nameOfRow(database: Database, table: string, id: string): string | undefined {
  const sql = names[table];
  return sql === undefined ? undefined : database.prepare<[string], string>(sql).pluck().get(id);
}
