import type { MissingPaper, MissingPaperCount } from "#shared/api/papers.ts";
import { compareText } from "#shared/kernel/compareText.ts";
import { yearOf } from "#shared/kernel/dates.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Context } from "../context.ts";

/** Whether an invoice should have a paper and has none. One that the seller voided was never to be kept. */
export const lacksPaper = ({ filed }: Pick<Facts, "filed">, { id, status }: Invoice): boolean =>
  status !== "void" && !filed.has(id, "invoice");

type Year = Readonly<{ fiscalYear: number | null }>;

/** Invoices issued in a year, or all, of which the ledger has no paper. */
const lackingPaper = (facts: Facts, { fiscalYear }: Year): readonly Invoice[] =>
  facts.rows.invoice.filter(
    (row) => (fiscalYear === null || yearOf(row.issueDate) === fiscalYear) && lacksPaper(facts, row),
  );

/** How many those are, for where they are not listed one by one. */
export function missingPaperCount(facts: Facts, year: Year): MissingPaperCount {
  const lacking = lackingPaper(facts, year);
  return {
    count: lacking.length,
    onPayments: lacking.filter((row) => facts.usesOfInvoice.of(row).length > 0).length,
  };
}

/** Those on payments first, then by day. */
export async function missingPapers(context: Context, year: Year): Promise<readonly MissingPaper[]> {
  const facts = await context.facts();
  return lackingPaper(facts, year)
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
