import type { Cents } from "../../kernel/cents.ts";
import type { IsoDate } from "../../kernel/dates.ts";
import type { Form, FormCell } from "../form.ts";
import type { InvoiceColumn } from "../templates/ledgerSheets.ts";
import { isSummed } from "../templates/summedColumns.ts";
import type { Template } from "../templates/template.ts";
import { amount, seqValue } from "../values.ts";
import { cell, textCell } from "./cells.ts";
import { buildRegister, type SheetScope } from "./ledgerTable.ts";

export type InvoiceLine = Readonly<{
  number: string;
  type: string;
  issueDate: IsoDate;
  sellerName: string;
  goods: string;
  netCents: Cents;
  taxCents: Cents;
  grossCents: Cents;
  status: string;
  /** Gross with the red invoices against it. */
  payableCents: Cents;
  /** On approved and paid payments. */
  usedCents: Cents;
  paymentNos: readonly string[];
}>;

/** 发票台账: every invoice with what may be paid on it and what was. */
export const buildInvoices = (
  sheet: Readonly<{ scope: SheetScope; lines: readonly InvoiceLine[] }>,
  template: Template,
): Form =>
  buildRegister({
    id: "invoices",
    template,
    table: template.invoices,
    scope: sheet.scope,
    rows: sheet.lines,
    cellOf: lineCell,
    amountOf,
    none: "（没有发票）",
  });

const amountOf = (column: InvoiceColumn, line: InvoiceLine): Cents | undefined =>
  isSummed("invoices", column) ? line[`${column}Cents`] : undefined;

function lineCell(column: InvoiceColumn, line: InvoiceLine, index: number): FormCell {
  if (isSummed("invoices", column)) return cell(amount(line[`${column}Cents`]), "amount");
  switch (column) {
    case "seq":
      return cell(seqValue(index + 1), "centred");
    case "issueDate":
      return cell({ kind: "date", date: line.issueDate }, "centred");
    case "seller":
      return textCell(line.sellerName, "text");
    case "payments":
      return textCell(line.paymentNos.join("\n"), "centred");
    case "goods":
      return textCell(line.goods, "text");
    case "number":
    case "type":
    case "status":
      return textCell(line[column], "centred");
  }
}
