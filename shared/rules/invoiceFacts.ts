import { addCents, type Cents, sumCents, zeroCents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Id } from "../kernel/id.ts";
import type { Invoice } from "../model/invoice.ts";
import { plainName } from "../text/plainName.ts";
import { type Exchange, exchangeIds, indexBy, type Lookup, type Register, registerOf } from "./indexing.ts";
import { plainCode } from "./partyNames.ts";
import { remembering } from "./remembering.ts";

export type InvoiceFacts = Readonly<{
  byId: Lookup<Invoice["id"], Invoice>;
  withNumber: (number: string) => Invoice | undefined;
  /** All that a vendor sold: registered with it, or with its tax number or one of its names on them. */
  ofVendor: (
    vendor: Readonly<{ id: Id; creditCode: string | null; names: readonly string[] }>,
  ) => readonly Invoice[];
  /** All on which this is the seller's name, letter by letter. */
  soldBy: (sellerName: string) => readonly Invoice[];
  /** Red invoices issued so far against this one. */
  redOf: (invoice: Invoice) => readonly Invoice[];
  /** What may be paid on it: gross with the red invoices against it; nothing on a void, wholly reversed or red one. */
  payableCents: (invoice: Invoice) => Cents;
  /** The facts with some invoices in place of others. */
  exchange: (exchange: Exchange<Invoice>) => InvoiceFacts;
}>;

/** Invoices by what they are looked for by. */
type Registers = Readonly<{
  byId: Lookup<Invoice["id"], Invoice>;
  reds: Register<string, Invoice>;
  byNumber: Register<string, Invoice>;
  bySeller: Register<string, Invoice>;
  byVendor: Register<Id, Invoice>;
  byCode: Register<string, Invoice>;
  byName: Register<string, Invoice>;
}>;

const isRed = (invoice: Invoice): boolean => invoice.isRed === 1 && invoice.status !== "void";

export function invoiceFactsOf(invoices: readonly Invoice[], asOf: IsoDate): InvoiceFacts {
  // The same few sellers stand on thousands of invoices.
  const plain = remembering(plainName);
  return invoiceFactsIn({
    byId: indexBy(invoices, (row) => row.id),
    reds: registerOf(invoices, (row) => (isRed(row) && row.issueDate <= asOf ? row.blueNumber : null)),
    byNumber: registerOf(invoices, (row) => row.number),
    bySeller: registerOf(invoices, (row) => row.sellerName),
    byVendor: registerOf(invoices, (row) => row.vendorId),
    byCode: registerOf(invoices, (row) => plainCode(row.sellerTaxId) || null),
    byName: registerOf(invoices, (row) => plain(row.sellerName)),
  });
}

function invoiceFactsIn(registers: Registers): InvoiceFacts {
  const { byId, reds, byNumber, bySeller, byVendor, byCode, byName } = registers;
  const redOf = (invoice: Invoice) => reds.of(invoice.number);
  return {
    byId,
    withNumber: (number) => byNumber.of(number).at(-1),
    ofVendor: ({ id, creditCode, names }) => [
      ...new Set([
        ...byVendor.of(id),
        ...byCode.of(plainCode(creditCode)),
        ...names.flatMap((name) => byName.of(plainName(name))),
      ]),
    ],
    soldBy: bySeller.of,
    redOf,
    payableCents: (invoice) => {
      if (invoice.isRed === 1 || invoice.status === "void" || invoice.status === "redFull") return zeroCents;
      const redInvoices = redOf(invoice);
      if (redInvoices.length === 0) return invoice.grossCents;
      return addCents(invoice.grossCents, sumCents(redInvoices.map((red) => red.grossCents)));
    },
    exchange: (exchange) =>
      invoiceFactsIn({
        byId: exchangeIds(byId, exchange),
        reds: reds.exchange(exchange),
        byNumber: byNumber.exchange(exchange),
        bySeller: bySeller.exchange(exchange),
        byVendor: byVendor.exchange(exchange),
        byCode: byCode.exchange(exchange),
        byName: byName.exchange(exchange),
      }),
  };
}
