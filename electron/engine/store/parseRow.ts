import type { z } from "zod";
import { UserError } from "#shared/kernel/errors.ts";
import { columnLabelOf, labelOf } from "#shared/model/labels.ts";
import { type Row, type TableName, tables } from "#shared/model/ledger.ts";
import { chineseIssues } from "./chineseIssues.ts";

/** The same schemas, so typed that a table's name leads to its row. */
const shapes: { readonly [Table in TableName]: z.ZodType<Row<Table>> } = tables;

/** Checks a row against the shape of its table. Fails with `bad-request` that names the column. */
export function parseRow<Table extends TableName>(table: Table, row: unknown): Row<Table> {
  const parsed = shapes[table].safeParse(row, { error: chineseIssues });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const column = String(issue?.path[0] ?? "");
  const where = column === "" ? labelOf(table) : `${labelOf(table)}的“${columnLabelOf(column)}”`;
  throw new UserError({
    code: "bad-request",
    message: `${where}：${issue?.message ?? "格式不正确"}。`,
    hint: "请改正后再保存。",
    details: { table, column },
  });
}

export const withVoidColumns = (table: TableName, row: object): object =>
  "voidedAt" in tables[table].shape ? { voidedAt: null, voidReason: null, ...row } : row;
