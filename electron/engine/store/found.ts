import { UserError } from "#shared/kernel/errors.ts";
import { labelOf } from "#shared/model/labels.ts";
import type { TableName } from "#shared/model/ledger.ts";

/** The row, or `not-found` with what was asked for: `found(await findContractByNo(ledger, no), "contract", no)`. */
export function found<Found>(row: Found | undefined, table: TableName, asked: string): Found {
  if (row !== undefined) return row;
  throw new UserError({
    code: "not-found",
    message: `找不到${labelOf(table)} ${asked}。`,
    hint: "请检查编号是否正确；它也可能刚被别处改动。",
    details: { table, asked },
  });
}
