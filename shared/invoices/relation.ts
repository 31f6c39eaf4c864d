import type { Cents } from "../kernel/cents.ts";
import type { Id } from "../kernel/id.ts";
import type { Invoice } from "../model/invoice.ts";
import type { Payment } from "../model/payment.ts";

/** As much of an invoice as a line about it needs. */
export type InvoiceBrief = Readonly<
  Pick<Invoice, "id" | "number" | "type" | "sellerName" | "issueDate" | "grossCents" | "status" | "isRed">
>;

/** A payment's part of an invoice. */
export type InvoiceUse = Readonly<{
  paymentId: Id;
  paymentNo: string;
  state: Payment["state"];
  /** What of the invoice it takes; negative where it came back. */
  amountCents: Cents;
}>;

/** More is on payments than the invoice, as it is now, may pay: it was voided or taken back after it was used. */
export type InvoiceAlarm = Readonly<{
  invoice: InvoiceBrief;
  /** `paid`: money is out; `asked`: on payments that are not paid yet. */
  degree: "paid" | "asked";
  payableCents: Cents;
  usedCents: Cents;
  /** Of that, what may not be paid on it any more. */
  excessCents: Cents;
  uses: readonly InvoiceUse[];
  reds: readonly InvoiceBrief[];
  message: string;
  /** What to do: 退款, 换票, 冲销. */
  remedy: string;
}>;

/** A blue invoice that a red one may take back: shown and asked, never taken by itself. */
export type BlueCandidate = Readonly<{
  invoice: InvoiceBrief;
  reasons: readonly string[];
}>;

/** A red invoice that has no blue one in the ledger. */
export type LoneRed = Readonly<{
  invoice: InvoiceBrief;
  remark: string;
  /** What its remark, or a person, names as the blue one. */
  namedNumber: string | null;
  candidates: readonly BlueCandidate[];
}>;

/** A blue invoice with the red ones against it. */
export type RedPair = Readonly<{
  blue: InvoiceBrief;
  reds: readonly InvoiceBrief[];
  payableCents: Cents;
  usedCents: Cents;
  /** What does not fit between them: more taken back than there was, another seller, a state without its red invoice. */
  doubt: string | null;
}>;
