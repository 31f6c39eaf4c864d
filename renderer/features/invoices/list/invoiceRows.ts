import type { InvoiceRow } from "#shared/api/invoices.ts";
import { type Cents, subtractCents } from "#shared/kernel/cents.ts";
import { invoiceWords, riskWords } from "#shared/words/words.ts";

/** Which invoices of the list are shown. */
export type InvoiceFilter = "all" | "open" | "reversed" | "doubted";

/** What may still be paid on it. */
export const availableCents = ({ payableCents, usedCents }: InvoiceRow): Cents =>
  subtractCents(payableCents, usedCents);

/** Void, taken back wholly or in part, or red and taking back another one. */
const isReversed = ({ status, isRed }: InvoiceRow): boolean => status !== "normal" || isRed === 1;

/** The tax office doubts it. */
const isDoubted = ({ riskLevel }: InvoiceRow): boolean => riskLevel !== "normal";

const tests: Readonly<Record<InvoiceFilter, (invoice: InvoiceRow) => boolean>> = {
  all: () => true,
  open: (invoice) => invoice.open,
  reversed: isReversed,
  doubted: isDoubted,
};

export const filterInvoices = (
  invoices: readonly InvoiceRow[],
  filter: InvoiceFilter,
  batchId: string | null,
): readonly InvoiceRow[] => {
  const test = tests[filter];
  return invoices.filter((invoice) => test(invoice) && (batchId === null || invoice.batchId === batchId));
};

export function filterCounts(invoices: readonly InvoiceRow[]): Readonly<Record<InvoiceFilter, number>> {
  let [open, reversed, doubted] = [0, 0, 0];
  for (const invoice of invoices) {
    if (invoice.open) open += 1;
    if (isReversed(invoice)) reversed += 1;
    if (isDoubted(invoice)) doubted += 1;
  }
  return { all: invoices.length, open, reversed, doubted };
}

/** Status, colour and doubt in one word group: "正常", "已全额红冲", "正常，红字", "正常，疑点发票". */
export const statusText = ({ status, isRed, riskLevel }: InvoiceRow): string =>
  [invoiceWords[status], isRed === 1 ? "红字" : "", riskLevel === "normal" ? "" : riskWords[riskLevel]]
    .filter((word) => word !== "")
    .join("，");

/** The invoice a link asks for, by id or by number. */
export const findInvoice = (
  invoices: readonly InvoiceRow[],
  wanted: Readonly<{ id: string | null; number: string | null }>,
): InvoiceRow | undefined =>
  wanted.id === null && wanted.number === null
    ? undefined
    : invoices.find(({ id, number }) => id === wanted.id || number === wanted.number);
