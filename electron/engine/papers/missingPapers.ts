import type { MissingPaper } from "#shared/api/papers.ts";
import { compareText } from "#shared/kernel/compareText.ts";
import { yearOf } from "#shared/kernel/dates.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../context.ts";

/** Whether an invoice should have a paper and has none. One that the seller voided was never to be kept. */
export const lacksPaper = ({ filed }: Pick<Facts, "filed">, { id, status }: Invoice): boolean =>
  status !== "void" && !filed.has(id, "invoice");

/** Invoices issued in a year, or all, of which the ledger has no paper; those on payments first, then by day. */
export async function missingPapers(
  context: Context,
  { fiscalYear }: Readonly<{ fiscalYear: number | null }>,
): Promise<readonly MissingPaper[]> {
  const facts = await context.facts();
  return facts.rows.invoice
    .filter((row) => fiscalYear === null || yearOf(row.issueDate) === fiscalYear)
    .filter((row) => lacksPaper(facts, row))
    .map((row) => ({
      id: row.id,
      number: row.number,
      type: row.type,
      sellerName: row.sellerName,
      issueDate: row.issueDate,
      status: row.status,
      grossCents: row.grossCents,
      paymentNos: [...new Set(facts.usesOfInvoice.of(row).map(({ payment }) => payment.row.paymentNo))],
    }))
    .toSorted(
      (one, other) =>
        Math.sign(other.paymentNos.length) - Math.sign(one.paymentNos.length) ||
        compareText(one.issueDate, other.issueDate) ||
        compareText(one.number, other.number),
    );
}
