import { z } from "zod";
import type { Cents } from "../kernel/cents.ts";
import type { Vendor, VendorAccount, VendorName } from "../model/contract.ts";
import { vendor } from "../model/contract.ts";
import { newOrOld, storeOnly } from "./fields.ts";
import { route } from "./route.ts";

export type VendorView = Vendor &
  Readonly<{
    names: readonly VendorName[];
    accounts: readonly VendorAccount[];
    contractCount: number;
    paidCents: Cents;
  }>;

export const vendorRoutes = {
  "vendors.list": route<readonly VendorView[]>()(z.strictObject({})),
  "vendors.save": route<readonly VendorView[]>()(vendor.omit(storeOnly).extend(newOrOld)),
} as const;
