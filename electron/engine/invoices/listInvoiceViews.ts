import type { InvoiceView } from "#shared/api/invoices.ts";
import { compareText } from "#shared/kernel/compareText.ts";
import { type IsoDate, yearOf } from "#shared/kernel/dates.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import { heldCents } from "#shared/payments/free.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../context.ts";
import { goodsOfInvoices } from "../store/invoices.ts";

/** Invoices, the latest first, each with what may be paid on it and what was. */
export async function listInvoiceViews(
  context: Context,
  { fiscalYear }: Readonly<{ fiscalYear: number | null }>,
  asOf?: IsoDate,
): Promise<readonly InvoiceView[]> {
  const facts = await context.facts(asOf);
  const goods = await goodsOfInvoices(context.ledger);
  return facts.rows.invoice
    .filter((invoice) => fiscalYear === null || yearOf(invoice.issueDate) === fiscalYear)
    .filter((invoice) => asOf === undefined || invoice.issueDate <= asOf)
    .map((invoice) => invoiceView(facts, invoice, goods.get(invoice.id) ?? ""))
    .toSorted((a, b) => compareText(b.issueDate, a.issueDate) || compareText(a.number, b.number));
}

/** `goods`: what the first line of the invoice names. */
export function invoiceView(facts: Facts, invoice: Invoice, goods: string): InvoiceView {
  const uses = facts.usesOfInvoice.of(invoice);
  const payableCents = facts.invoices.payableCents(invoice);
  const contract = uses.map(({ payment }) => payment.contract).find((found) => found !== undefined);
  return {
    ...invoice,
    goods,
    payableCents,
    usedCents: heldCents(uses, { by: "bound" }),
    paymentNos: [...new Set(uses.map(({ payment }) => payment.row.paymentNo))],
    contractNo: contract?.row.contractNo ?? null,
    open: payableCents > 0 && heldCents(uses, { by: "asked" }) <= 0,
  };
}
