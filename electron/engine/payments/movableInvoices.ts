import type { ApiParsed } from "#shared/api/contract.ts";
import type { MovableInvoice } from "#shared/api/payments.ts";
import { cents, maxCents } from "#shared/kernel/cents.ts";
import { compareText } from "#shared/kernel/compareText.ts";
import { sellerOf } from "#shared/matching/party.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import type { Payment } from "#shared/model/payment.ts";
import { freeOfInvoice } from "#shared/payments/free.ts";
import { takenBack } from "#shared/payments/takenBack.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { plainName } from "#shared/text/plainName.ts";
import type { Context } from "../context.ts";

/** Who must have sold what a payment is moved to. */
export type SellerToBe = Readonly<{ name: string; vendorId: string | null }>;

/** 换票 stays with the seller of the invoice that was taken back; 冲销 with the payee. */
export const sellerToBe = (facts: Facts, payment: Payment, gone: Invoice | null): SellerToBe =>
  gone === null
    ? { name: payment.payeeName, vendorId: payment.vendorId }
    : { name: gone.sellerName, vendorId: sellerOf(facts, gone)?.vendor.id ?? null };

export const isSoldBy = (facts: Facts, invoice: Invoice, { name, vendorId }: SellerToBe): boolean =>
  plainName(name) === plainName(invoice.sellerName) ||
  (vendorId !== null && sellerOf(facts, invoice)?.vendor.id === vendorId);

/**
 * The invoices that 换票 (in place of `fromInvoiceId`) or 冲销 (null) can move a payment to, the latest first: issued by
 * the same seller, with something left; for 换票 enough for all that lost its invoice, which moves as a whole.
 */
export async function listMovableInvoices(
  context: Context,
  { id, fromInvoiceId }: ApiParsed<"payments.movableInvoices">,
): Promise<readonly MovableInvoice[]> {
  const facts = await context.facts();
  const fact = facts.paymentsById.get(id);
  const gone = fact && takenBack(facts, fact).find(({ invoice }) => invoice.id === fromInvoiceId);
  if (fact === undefined || (fromInvoiceId !== null && gone === undefined)) return [];
  const seller = sellerToBe(facts, fact.row, gone?.invoice ?? null);
  const least = maxCents(cents(1), gone?.uncoveredCents ?? cents(1));
  return facts.rows.invoice
    .filter(
      (invoice) =>
        invoice.id !== fromInvoiceId && invoice.issueDate <= facts.asOf && isSoldBy(facts, invoice, seller),
    )
    .map((invoice) => ({ invoice, leftCents: freeOfInvoice(facts, invoice, { by: "bound" }) }))
    .filter(({ leftCents }) => leftCents >= least)
    .toSorted((a, b) => compareText(b.invoice.issueDate, a.invoice.issueDate))
    .map(({ invoice: { id: invoiceId, number, issueDate, sellerName, grossCents }, leftCents }) => ({
      id: invoiceId,
      number,
      issueDate,
      sellerName,
      grossCents,
      leftCents,
    }));
}
