import type { Id } from "#shared/kernel/id.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import { live } from "../store/found.ts";
import { findInvoice } from "../store/invoices.ts";
import type { ReadableLedger } from "../store/types.ts";

export const liveInvoice = async (ledger: ReadableLedger, id: Id): Promise<Invoice> =>
  live(await findInvoice(ledger, id), "这张发票");
