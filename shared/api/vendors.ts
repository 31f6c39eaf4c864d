import { z } from "zod";
import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Id } from "../kernel/id.ts";
import type { Contract, Vendor, VendorAccount, VendorName } from "../model/contract.ts";
import { vendor, vendorAccount, vendorName } from "../model/contract.ts";
import * as field from "../model/fields.ts";
import { byId, newOrOld, storeOnly, voiding } from "./fields.ts";
import { route } from "./route.ts";

export type VendorView = Vendor &
  Readonly<{
    /** Earlier and learned names, the latest first. */
    names: readonly VendorName[];
    /** The ones in use first. */
    accounts: readonly VendorAccount[];
    contractCount: number;
    paidCents: Cents;
  }>;

export type VendorContract = Pick<
  Contract,
  "id" | "contractNo" | "name" | "startDate" | "endDate" | "state"
> &
  Readonly<{
    /** With supplements; null for a contract without a sum. */
    totalCents: Cents | null;
    /** By this vendor's payments and others on it. */
    paidCents: Cents;
  }>;

export type VendorDetail = VendorView &
  Readonly<{
    contracts: readonly VendorContract[];
    /** The latest payments on the account of each, for who doubts an account: its id, and the day. */
    lastPaid: readonly Readonly<{ accountId: Id; on: IsoDate }>[];
  }>;

const detail = route<VendorDetail>();

export const vendorRoutes = {
  "vendors.list": route<readonly VendorView[]>()(z.strictObject({})),
  "vendors.get": detail(byId),
  "vendors.save": route<readonly VendorView[]>()(vendor.omit(storeOnly).extend(newOrOld)),
  "vendors.void": route<null>()(voiding),
  /** From this day on it is called so; until the day before it keeps the name it has. */
  "vendors.rename": detail(z.strictObject({ id: field.id, name: field.name, from: field.date })),
  "vendors.saveName": detail(
    vendorName.pick({ vendorId: true, name: true, validFrom: true, validTo: true }).extend(newOrOld),
  ),
  "vendors.removeName": detail(byId),
  "vendors.addAccount": detail(vendorAccount.omit({ id: true, validTo: true })),
  /** An account is ended and never overwritten: payments of before went there. */
  "vendors.endAccount": detail(z.strictObject({ id: field.id, validTo: field.date })),
  /** Only for one that was typed wrong: refused once a payment names it. */
  "vendors.removeAccount": detail(byId),
} as const;
