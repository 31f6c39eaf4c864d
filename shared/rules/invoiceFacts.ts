import { addCents, type Cents, sumCents, zeroCents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Id } from "../kernel/id.ts";
import type { Invoice } from "../model/invoice.ts";
import { groupBy, indexBy, lazy, lazyGroups } from "./indexing.ts";
import { plainCode, plainName } from "./partyNames.ts";
import { remembering } from "./remembering.ts";

export type InvoiceFacts = Readonly<{
  byId: ReadonlyMap<Invoice["id"], Invoice>;
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
}>;

const isRed = (invoice: Invoice): boolean => invoice.isRed === 1 && invoice.status !== "void";

export function invoiceFactsOf(invoices: readonly Invoice[], asOf: IsoDate): InvoiceFacts {
  const reds = groupBy(
    invoices.filter((row) => isRed(row) && row.issueDate <= asOf),
    (row) => row.blueNumber,
  );
  const byNumber = lazy(() => indexBy(invoices, (row) => row.number));
  const bySeller = lazyGroups(() => groupBy(invoices, (row) => row.sellerName));
  const byVendor = lazyGroups(() => groupBy(invoices, (row) => row.vendorId));
  const byCode = lazyGroups(() => groupBy(invoices, (row) => plainCode(row.sellerTaxId) || null));
  const byName = lazyGroups(() => {
    // The same few sellers stand on thousands of invoices.
    const plain = remembering(plainName);
    return groupBy(invoices, (row) => plain(row.sellerName));
  });
  const redOf = (invoice: Invoice) => reds.of(invoice.number);
  return {
    byId: indexBy(invoices, (row) => row.id),
    withNumber: (number) => byNumber().get(number),
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
      return addCents(invoice.grossCents, sumCents(redOf(invoice).map((red) => red.grossCents)));
    },
  };
}
