import { compareSides, type InvoiceComparison } from "#shared/invoices/compareSides.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { findInvoiceByNumber, invoiceLinesOf } from "../store/invoices.ts";
import type { ReadableLedger } from "../store/types.ts";
import type { PreparedImport } from "./previewImport.ts";

/** An invoice of the file beside the one of the ledger with its number. Fails with `not-found` when the file has none. */
export async function compareInFile(
  ledger: ReadableLedger,
  { plan, file }: PreparedImport,
  number: string,
): Promise<InvoiceComparison> {
  const draft =
    plan.invoices.find((planned) => planned.draft.number === number)?.draft ??
    file.parsed.clashes.find((clash) => clash.draft.number === number)?.draft;
  if (draft === undefined) {
    throw new UserError({
      code: "not-found",
      message: `这份清单里没有发票${number}。`,
      hint: "请刷新后再看。",
    });
  }
  const invoice = await findInvoiceByNumber(ledger, number);
  const lines = invoice === undefined ? [] : await invoiceLinesOf(ledger, [invoice.id]);
  return compareSides(draft, invoice && { invoice, lines });
}
