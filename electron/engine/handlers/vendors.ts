import type { vendorRoutes } from "#shared/api/vendors.ts";
import type { Desk } from "../desk.ts";
import { addAccount, endAccount, removeAccount } from "../vendors/accounts.ts";
import { removeVendorName, saveVendorName } from "../vendors/names.ts";
import { renameVendor, saveVendor, voidVendor } from "../vendors/saveVendor.ts";
import { getVendor, listVendors } from "../vendors/views.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function vendorHandlers(desk: Desk): Group<typeof vendorRoutes> {
  const on = onLedger(desk);
  return {
    "vendors.list": on((context) => listVendors(context)),
    "vendors.get": on((context, { id }) => getVendor(context, id)),
    "vendors.save": on(thenShow(saveVendor, listVendors)),
    "vendors.void": on(thenShow(voidVendor, async () => null)),
    "vendors.rename": on(thenShow(renameVendor, getVendor)),
    "vendors.saveName": on(thenShow(saveVendorName, getVendor)),
    "vendors.removeName": on(thenShow(removeVendorName, getVendor)),
    "vendors.addAccount": on(thenShow(addAccount, getVendor)),
    "vendors.endAccount": on(thenShow(endAccount, getVendor)),
    "vendors.removeAccount": on(thenShow(removeAccount, getVendor)),
  };
}
