import type { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Vendor } from "#shared/model/contract.ts";
import { live, notThere } from "../store/found.ts";
import type { ReadableLedger } from "../store/types.ts";
import { findVendor } from "../store/vendors.ts";

const thisVendor = "这家供应商";

export const liveVendor = async (ledger: ReadableLedger, id: Id): Promise<Vendor> =>
  live(await findVendor(ledger, id), thisVendor);

export const noSuchVendor = (): UserError => notThere(thisVendor);
