import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { ReadableLedger } from "./types.ts";

export const listVendors = (ledger: ReadableLedger): Promise<readonly Row<"vendor">[]> =>
  ledger.read
    .selectFrom("vendor")
    .selectAll()
    .where("voidedAt", "is", null)
    .orderBy("name")
    .orderBy("id")
    .execute();

/** Also finds a vendor that was voided. */
export const findVendor = (ledger: ReadableLedger, id: Id): Promise<Row<"vendor"> | undefined> =>
  ledger.read.selectFrom("vendor").selectAll().where("id", "=", id).executeTakeFirst();

/** Earlier and learned names, of one vendor or of all. */
export async function listVendorNames(
  ledger: ReadableLedger,
  vendorId?: Id,
): Promise<readonly Row<"vendorName">[]> {
  let query = ledger.read.selectFrom("vendorName").selectAll();
  if (vendorId !== undefined) query = query.where("vendorId", "=", vendorId);
  return query.orderBy("vendorId").orderBy("validFrom").orderBy("id").execute();
}

export async function listVendorAccounts(
  ledger: ReadableLedger,
  vendorId?: Id,
): Promise<readonly Row<"vendorAccount">[]> {
  let query = ledger.read.selectFrom("vendorAccount").selectAll();
  if (vendorId !== undefined) query = query.where("vendorId", "=", vendorId);
  return query.orderBy("vendorId").orderBy("validFrom").orderBy("id").execute();
}

export const findVendorName = (ledger: ReadableLedger, id: Id): Promise<Row<"vendorName"> | undefined> =>
  ledger.read.selectFrom("vendorName").selectAll().where("id", "=", id).executeTakeFirst();

export const findVendorAccount = (
  ledger: ReadableLedger,
  id: Id,
): Promise<Row<"vendorAccount"> | undefined> =>
  ledger.read.selectFrom("vendorAccount").selectAll().where("id", "=", id).executeTakeFirst();
