import type { Severity } from "../model/check.ts";
import type { Invoice } from "../model/invoice.ts";
import type { InvoiceField } from "./headerSynonyms.ts";

/** What is wrong with one invoice by itself. The import says it of a file, the rules of the ledger, with these words. */
export type InvoiceFault = Readonly<{
  ruleId: string;
  severity: Severity;
  /** Where in a list it shows. */
  field: InvoiceField;
  message: string;
}>;

/** What a check needs of an invoice. */
export type Checked<Field extends keyof Invoice> = Readonly<Pick<Invoice, Field>>;
