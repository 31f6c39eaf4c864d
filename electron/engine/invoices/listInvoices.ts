import type { Invoice } from "#shared/model/invoice.ts";
import { listInvoices as readInvoices } from "../store/invoices.ts";
import type { ReadableLedger } from "../store/types.ts";

/** An invoice as the command line tells it. Amounts in 分. */
export type InvoiceRow = Readonly<
  Pick<Invoice, "number" | "sellerName" | "issueDate" | "netCents" | "taxCents" | "grossCents" | "status"> & {
    isRed: boolean;
  }
>;

/** All live invoices by day and number. */
export async function listInvoices(ledger: ReadableLedger): Promise<readonly InvoiceRow[]> {
  const invoices = await readInvoices(ledger);
  return invoices.map(({ number, sellerName, issueDate, netCents, taxCents, grossCents, status, isRed }) => ({
    number,
    sellerName,
    issueDate,
    netCents,
    taxCents,
    grossCents,
    status,
    isRed: isRed === 1,
  }));
}
