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

/** The row of an id, or `not-found` when it is void or not there at all; `what` as in "这份合同". */
export function live<Found extends Readonly<{ voidedAt: string | null }>>(
  row: Found | undefined,
  what: string,
): Found {
  if (row === undefined || row.voidedAt !== null) throw notThere(what);
  return row;
}

/** What a screen still showed was voided meanwhile. */
export const notThere = (what: string): UserError =>
  new UserError({ code: "not-found", message: `找不到${what}。`, hint: "它可能已作废，请刷新后再试。" });
