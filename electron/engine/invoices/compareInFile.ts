import { compareSides, type InvoiceComparison } from "#shared/invoices/compareSides.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { findInvoiceByNumber, invoiceLinesOf, voidedInvoiceByNumber } from "../store/invoices.ts";
import type { ReadableLedger } from "../store/types.ts";
import type { PreparedImport } from "./preparedImport.ts";

/** An invoice of the file beside the one of the ledger with its number, which may have been voided by hand. Fails with `not-found` when the file has none. */
export async function compareInFile(
  ledger: ReadableLedger,
  { plan, file }: PreparedImport,
  number: string,
): Promise<InvoiceComparison> {
  const planned = plan.invoices.find(({ draft: { number: own } }) => own === number);
  const draft = planned?.draft ?? file.parsed.clashes.find((clash) => clash.draft.number === number)?.draft;
  if (draft === undefined) {
    throw new UserError({
      code: "not-found",
      message: `这份清单里没有发票${number}。`,
      hint: "请刷新后再看。",
    });
  }
  const live = await findInvoiceByNumber(ledger, number);
  const isGone = live === undefined && planned?.outcome.result === "conflict";
  const invoice = isGone ? await voidedInvoiceByNumber(ledger, number) : live;
  const lines = invoice === undefined ? [] : await invoiceLinesOf(ledger, [invoice.id]);
  return compareSides(draft, invoice && { invoice, lines });
}
