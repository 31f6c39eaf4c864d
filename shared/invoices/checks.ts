import type { IsoDate } from "../kernel/dates.ts";
import type { Invoice } from "../model/invoice.ts";
import type { OwnUnits } from "../rules/partyNames.ts";
import type { InvoiceFault } from "./invoiceFault.ts";
import { type FirstIssueDay, issueDateFault } from "./issueDateFault.ts";
import { numberFault, numberYearFault } from "./numberFaults.ts";
import { buyerFault, creditCodeFault } from "./partyFaults.ts";
import { redLinkFault, riskFault, statusFault } from "./stateFaults.ts";

export type CheckContext = Readonly<{
  ownUnits: OwnUnits;
  today: IsoDate;
  /** Of the earliest project. */
  firstDay: FirstIssueDay | undefined;
  /** Whether an invoice with this number is in the ledger or comes with the same file. */
  isKnown: (number: string) => boolean;
}>;

/** Everything that an invoice itself tells when it comes in. */
export const invoiceFaults = (invoice: Invoice, context: CheckContext): readonly InvoiceFault[] =>
  [
    statusFault(invoice),
    riskFault(invoice),
    buyerFault(context.ownUnits, invoice),
    creditCodeFault(invoice.sellerTaxId, "sellerTaxId"),
    creditCodeFault(invoice.buyerTaxId, "buyerTaxId"),
    numberFault(invoice),
    numberYearFault(invoice),
    issueDateFault(invoice, context),
    redLinkFault(invoice, context.isKnown),
  ].filter((fault) => fault !== undefined);
