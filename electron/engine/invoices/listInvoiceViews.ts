import type { InvoiceRow, InvoiceStanding, InvoiceView } from "#shared/api/invoices.ts";
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
): Promise<readonly InvoiceRow[]> {
  const facts = await context.facts(asOf);
  const goods = await goodsOfInvoices(context.ledger);
  return facts.rows.invoice
    .filter((invoice) => fiscalYear === null || yearOf(invoice.issueDate) === fiscalYear)
    .filter((invoice) => asOf === undefined || invoice.issueDate <= asOf)
    .map((invoice) => invoiceRow(facts, invoice, goods.get(invoice.id) ?? ""))
    .toSorted((a, b) => compareText(b.issueDate, a.issueDate) || compareText(a.number, b.number));
}

/** An invoice as lists show it; `goods` is what its first line names. */
export const invoiceRow = (facts: Facts, invoice: Invoice, goods: string): InvoiceRow => ({
  id: invoice.id,
  number: invoice.number,
  type: invoice.type,
  issueDate: invoice.issueDate,
  sellerName: invoice.sellerName,
  netCents: invoice.netCents,
  taxCents: invoice.taxCents,
  grossCents: invoice.grossCents,
  status: invoice.status,
  isRed: invoice.isRed,
  riskLevel: invoice.riskLevel,
  batchId: invoice.batchId,
  voidedAt: invoice.voidedAt,
  ...standingOf(facts, invoice, goods),
});

/** `goods`: what the first line of the invoice names. */
export const invoiceView = (facts: Facts, invoice: Invoice, goods: string): InvoiceView => ({
  ...invoice,
  ...standingOf(facts, invoice, goods),
});

function standingOf(facts: Facts, invoice: Invoice, goods: string): InvoiceStanding {
  const uses = facts.usesOfInvoice.of(invoice);
  const payableCents = facts.invoices.payableCents(invoice);
  const contract = uses.find(({ payment }) => payment.contract !== undefined)?.payment.contract;
  return {
    goods,
    payableCents,
    usedCents: heldCents(uses, { by: "bound" }),
    paymentNos: unique(uses.map(({ payment }) => payment.row.paymentNo)),
    contractNo: contract?.row.contractNo ?? null,
    open: payableCents > 0 && heldCents(uses, { by: "asked" }) <= 0,
  };
}

const unique = (texts: readonly string[]): readonly string[] =>
  texts.length < 2 ? texts : [...new Set(texts)];
