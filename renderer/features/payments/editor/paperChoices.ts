import type { InstalmentView } from "#shared/api/contracts.ts";
import type { InvoiceRow } from "#shared/api/invoices.ts";
import type { MovableInvoice } from "#shared/api/payments.ts";
import { type Cents, formatYuan, subtractCents } from "#shared/kernel/cents.ts";
import { foldText } from "../../../components/table/cellText.ts";

/** A paper that can be put into a line of the allocation table. */
export type PaperChoice = Readonly<{ value: string; label: string; note: string; leftCents: Cents }>;

/** More than these nobody looks through; typing narrows them down. */
const most = 60;

/** The first that pass, without looking through all of 100,000. */
function firstOf<Item>(items: Iterable<Item>, test: (item: Item) => boolean, limit: number): readonly Item[] {
  const found: Item[] = [];
  for (const item of items) {
    if (found.length >= limit) break;
    if (test(item)) found.push(item);
  }
  return found;
}

const wordsOf = (typed: string): readonly string[] =>
  foldText(typed)
    .split(/\s+/)
    .filter((word) => word !== "");

const contains = (words: readonly string[], texts: readonly string[]): boolean => {
  if (words.length === 0) return true;
  const text = foldText(texts.join(" "));
  return words.every((word) => text.includes(word));
};

const invoiceChoice = (invoice: InvoiceRow): PaperChoice =>
  choiceOf({ ...invoice, leftCents: subtractCents(invoice.payableCents, invoice.usedCents) });

const choiceOf = ({ id, number, issueDate, sellerName, leftCents }: MovableInvoice): PaperChoice => ({
  value: id,
  label: number,
  note: `${issueDate}　${sellerName}　可付 ${formatYuan(leftCents)}`,
  leftCents,
});

const invoiceTexts = ({ number, sellerName, issueDate, grossCents }: Omit<MovableInvoice, "leftCents">) => [
  number,
  sellerName,
  issueDate,
  formatYuan(grossCents),
];

/** Invoices to which a payment made can be moved; the engine has looked which fit. */
export function movableChoices(invoices: readonly MovableInvoice[], typed: string): readonly PaperChoice[] {
  const words = wordsOf(typed);
  return firstOf(invoices, (invoice) => contains(words, invoiceTexts(invoice)), most).map(choiceOf);
}

/** Invoices with something left, those of the payee first; `selected` is always among them. */
export function invoiceChoices(
  invoices: readonly InvoiceRow[],
  context: Readonly<{ payeeName: string; selected: string | null }>,
  typed: string,
): readonly PaperChoice[] {
  const words = wordsOf(typed);
  const fits = (invoice: InvoiceRow) =>
    invoice.voidedAt === null &&
    invoice.payableCents > invoice.usedCents &&
    contains(words, invoiceTexts(invoice));
  const isPayees = ({ sellerName }: InvoiceRow) => sellerName === context.payeeName;
  const own = firstOf(invoices, (invoice) => isPayees(invoice) && fits(invoice), most);
  const others = firstOf(invoices, (invoice) => !isPayees(invoice) && fits(invoice), most - own.length);
  return withSelected([...own, ...others], invoices, context.selected).map(invoiceChoice);
}

export const instalmentChoice = (row: InstalmentView): PaperChoice => ({
  value: row.id,
  // The contract stands above; of a label that is cut off the period must be left.
  label: `${row.label}　${row.contractNo}`,
  note: `${row.vendorName}　未付 ${formatYuan(row.remainingCents)}`,
  leftCents: row.remainingCents,
});

/** Instalments with something left, those of the contract first; `selected` is always among them. */
export function instalmentChoices(
  instalments: readonly InstalmentView[],
  context: Readonly<{ contractId: string | null; selected: string | null }>,
  typed: string,
): readonly PaperChoice[] {
  const words = wordsOf(typed);
  const fits = (row: InstalmentView) =>
    row.remainingCents > 0 &&
    contains(words, [
      row.contractNo,
      row.contractName,
      row.label,
      row.vendorName,
      formatYuan(row.payableCents),
    ]);
  const isOwn = (row: InstalmentView) => row.contractId === context.contractId;
  const own = firstOf(instalments, (row) => isOwn(row) && fits(row), most);
  const others = firstOf(instalments, (row) => !isOwn(row) && fits(row), most - own.length);
  return withSelected([...own, ...others], instalments, context.selected).map(instalmentChoice);
}

function withSelected<Item extends Readonly<{ id: string }>>(
  found: readonly Item[],
  all: readonly Item[],
  selected: string | null,
): readonly Item[] {
  if (selected === null || found.some(({ id }) => id === selected)) return found;
  const item = all.find(({ id }) => id === selected);
  return item === undefined ? found : [item, ...found];
}
