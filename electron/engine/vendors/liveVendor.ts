import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Vendor } from "#shared/model/contract.ts";
import type { ReadableLedger } from "../store/types.ts";
import { findVendor } from "../store/vendors.ts";

export async function liveVendor(ledger: ReadableLedger, id: Id): Promise<Vendor> {
  const row = await findVendor(ledger, id);
  if (row === undefined || row.voidedAt !== null) throw noSuchVendor();
  return row;
}

export const noSuchVendor = (): UserError =>
  new UserError({ code: "not-found", message: "找不到这家供应商。", hint: "它可能已作废，请刷新后再试。" });
