import type { Invoice } from "../model/invoice.ts";
import type { InvoiceBrief } from "./relation.ts";

/** As much of an invoice as a line about it needs. */
export const invoiceBrief = ({
  id,
  number,
  type,
  sellerName,
  issueDate,
  grossCents,
  status,
  isRed,
}: Invoice): InvoiceBrief => ({ id, number, type, sellerName, issueDate, grossCents, status, isRed });
