import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Invoice, InvoiceLine } from "../model/invoice.ts";

/** What a list says of an invoice; `undefined` where it says nothing, so that nothing known is wiped out by a blank. */
export type StatedFields = Readonly<{
  type: string | undefined;
  sellerName: string | undefined;
  sellerTaxId: string | undefined;
  buyerName: string | undefined;
  buyerTaxId: string | undefined;
  issueDate: IsoDate;
  status: Invoice["status"] | undefined;
  isRed: boolean | undefined;
  riskLevel: Invoice["riskLevel"] | undefined;
  source: string | undefined;
  drawer: string | undefined;
  remark: string | undefined;
}>;

export type Amounts = Readonly<{ net: Cents; tax: Cents; gross: Cents }>;

export type LineDraft = Omit<InvoiceLine, "id" | "invoiceId" | "seq">;

/** One row that could be read. */
export type RowDraft = Readonly<{
  rowNo: number;
  number: string;
  stated: StatedFields;
  amounts: Amounts;
  /** False when the list gives the gross amount alone; then net and tax are made up and not compared. */
  netStated: boolean;
  line: LineDraft | undefined;
}>;

/** An invoice as a file gives it: what becomes a row of the ledger. */
export type InvoiceDraft = Readonly<{
  number: string;
  sheet: string;
  /** Its first row. */
  rowNo: number;
  /** All its rows on that sheet. */
  rowNos: readonly number[];
  stated: StatedFields;
  isRed: boolean;
  blueNumber: string | null;
  amounts: Amounts;
  netStated: boolean;
  /** `undefined` when the file has no lines of it. */
  lines: readonly LineDraft[] | undefined;
}>;
