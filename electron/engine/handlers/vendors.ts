import type { vendorRoutes } from "#shared/api/vendors.ts";
import type { Desk } from "../desk.ts";
import { listVendors, saveVendor } from "../vendors/vendors.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function vendorHandlers(desk: Desk): Group<typeof vendorRoutes> {
  const on = onLedger(desk);
  return {
    "vendors.list": on((context) => listVendors(context)),
    "vendors.save": on(thenShow(saveVendor, listVendors)),
  };
}
