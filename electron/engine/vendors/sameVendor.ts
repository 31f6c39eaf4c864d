import type { IsoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Vendor } from "#shared/model/contract.ts";
import { plainCode } from "#shared/rules/partyNames.ts";
import { plainName } from "#shared/text/plainName.ts";
import type { ReadableLedger } from "../store/types.ts";
import { listVendorNames, listVendors } from "../store/vendors.ts";

type Identity = Readonly<{ id: Id | null; name: string; creditCode: string | null }>;

/** Fails with `conflict` when another vendor has this credit code, or is called so from today on, and says which. */
export async function refuseSameVendor(
  ledger: ReadableLedger,
  { id, name, creditCode }: Identity,
  today: IsoDate,
): Promise<void> {
  const others = (await listVendors(ledger)).filter((row) => row.id !== id);
  const coded = others.find(
    (row) => creditCode !== null && plainCode(row.creditCode) === plainCode(creditCode),
  );
  if (coded !== undefined)
    throw same(`统一社会信用代码 ${creditCode} 已登记在供应商“${coded.name}”名下`, coded);
  const named = await vendorCalled(ledger, others, name, { from: today, to: null });
  if (named !== undefined) {
    const alias = plainName(named.name) === plainName(name) ? "" : `（现名“${named.name}”）`;
    throw same(`已有名为“${name}”的供应商${alias}`, named);
  }
}

/** From a day to a day, both included; null: without a beginning or an end. */
type Span = Readonly<{ from: IsoDate | null; to: IsoDate | null }>;

const overlap = (a: Span, b: Span): boolean =>
  (a.from === null || b.to === null || a.from <= b.to) &&
  (b.from === null || a.to === null || b.from <= a.to);

/** Which of these vendors has this name on any of these days, as its present one or as another. */
export async function vendorCalled(
  ledger: ReadableLedger,
  vendors: readonly Vendor[],
  name: string,
  span: Span,
): Promise<Vendor | undefined> {
  const wanted = plainName(name);
  const present = vendors.find((row) => plainName(row.name) === wanted);
  if (present !== undefined) return present;
  const alias = (await listVendorNames(ledger)).find(
    (row) =>
      plainName(row.name) === wanted &&
      overlap(span, { from: row.validFrom, to: row.validTo }) &&
      vendors.some((vendor) => vendor.id === row.vendorId),
  );
  return vendors.find((vendor) => vendor.id === alias?.vendorId);
}

const same = (what: string, vendor: Vendor): UserError =>
  new UserError({
    code: "conflict",
    message: `${what}，没有保存。`,
    hint: "同一家请直接使用已有的那一条；它改了名的，请在它那里办“更名”。确是两家的，请核对名称和代码。",
    details: { vendorId: vendor.id },
  });
