import type { Cents } from "../kernel/cents.ts";
import { compareText } from "../kernel/compareText.ts";
import type { Vendor } from "../model/contract.ts";
import type { Invoice } from "../model/invoice.ts";
import type { Facts } from "../rules/facts.ts";
import { groupBy } from "../rules/indexing.ts";
import { plainCode } from "../rules/partyNames.ts";
import { assignAll } from "./assignAll.ts";
import { sellerOf } from "./party.ts";
import { invoiceFreeCents } from "./suggestForInvoice.ts";
import type { Band, Suggestion } from "./suggestion.ts";

/** An invoice that waits for its payment, with the one choice it was given among all that wait. */
export type OpenMatch = Readonly<{
  invoice: Invoice;
  freeCents: Cents;
  vendor: Vendor | undefined;
  /** The seller is the vendor by its tax number, under a name that nobody registered. */
  isNewName: boolean;
  band: Band;
  /** Of one choice; one without an instalment where nothing fits. */
  parts: readonly Suggestion[];
}>;

/** Every invoice with something left to pay, matched as a whole, by day and number. */
export const openMatches = (facts: Facts): readonly OpenMatch[] => inOrder([...matchVendors(facts)].flat());

export const inOrder = (matches: readonly OpenMatch[]): readonly OpenMatch[] =>
  matches.toSorted(
    ({ invoice: a }, { invoice: b }) =>
      compareText(a.issueDate, b.issueDate) || compareText(a.number, b.number) || compareText(a.id, b.id),
  );

/**
 * The same, the invoices of one vendor at a time, for who has other things to do in between: no two vendors share an
 * instalment.
 */
export function* matchVendors(facts: Facts): Generator<readonly OpenMatch[]> {
  const open = facts.rows.invoice.filter(
    (row) => row.isRed === 0 && row.issueDate <= facts.asOf && invoiceFreeCents(facts, row) > 0,
  );
  const sold = open.map((invoice) => ({ invoice, vendor: sellerOf(facts, invoice)?.vendor }));
  const byVendor = groupBy(sold, ({ vendor }) => vendor?.id ?? "");
  for (const vendorId of new Set(sold.map(({ vendor }) => vendor?.id ?? ""))) {
    const own = byVendor.of(vendorId);
    const suggestions = groupBy(
      assignAll(
        facts,
        own.map(({ invoice }) => invoice),
      ),
      ({ invoiceId }) => invoiceId,
    );
    yield own.map(({ invoice, vendor }): OpenMatch => {
      const parts = suggestions.of(invoice.id);
      return {
        invoice,
        freeCents: invoiceFreeCents(facts, invoice),
        vendor,
        isNewName: vendor !== undefined && isNewName(facts, invoice, vendor),
        band: parts[0]?.band ?? "new",
        parts,
      };
    });
  }
}

/** Whether an invoice carries the vendor's tax number under a name that is none of its names on that day. */
export const isNewName = (facts: Facts, invoice: Invoice, vendor: Vendor): boolean =>
  invoice.sellerName.trim() !== "" &&
  plainCode(invoice.sellerTaxId) !== "" &&
  plainCode(invoice.sellerTaxId) === plainCode(vendor.creditCode) &&
  !facts.vendorNames.hasName(vendor, invoice.sellerName, invoice.issueDate);
