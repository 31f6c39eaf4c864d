import type { ApiParsed } from "#shared/api/contract.ts";
import type { InvoiceRelations } from "#shared/api/invoiceLife.ts";
import { invoiceAlarm } from "#shared/invoices/alarm.ts";
import { loneRed, redPair } from "#shared/invoices/redLinks.ts";
import { compareText } from "#shared/kernel/compareText.ts";
import { yearOf } from "#shared/kernel/dates.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../context.ts";

/**
 * Red invoices and the blue ones they take back, red ones that have none, and what was used of invoices that are no
 * longer worth it. Of a year are those with any of the invoices issued in it: a red one may be of the year after.
 */
export async function invoiceRelations(
  context: Context,
  { fiscalYear }: ApiParsed<"invoices.relations">,
): Promise<InvoiceRelations> {
  const facts = await context.facts();
  const invoices = inOrder(facts).filter((invoice) => isOfYear(facts, invoice, fiscalYear));
  const each = <Found>(find: (facts: Facts, invoice: Invoice) => Found | undefined): readonly Found[] =>
    invoices.flatMap((invoice) => find(facts, invoice) ?? []);
  return { alarms: each(invoiceAlarm), lone: each(loneRed), pairs: each(redPair) };
}

const inOrder = (facts: Facts): readonly Invoice[] =>
  facts.rows.invoice.toSorted(
    (a, b) => compareText(b.issueDate, a.issueDate) || compareText(a.number, b.number),
  );

const isOfYear = (facts: Facts, invoice: Invoice, year: number | null): boolean =>
  year === null || [invoice, ...facts.invoices.redOf(invoice)].some((row) => yearOf(row.issueDate) === year);
