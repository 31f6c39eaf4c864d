import type { Cents } from "../../kernel/cents.ts";
import type { Form, FormCell, FormRow } from "../form.ts";
import type { PaymentCheckColumn } from "../templates/ledgerSheets.ts";
import type { Template } from "../templates/template.ts";
import { amountOrEmpty, seqValue } from "../values.ts";
import { cell, headingRow, tableRow, textCell } from "./cells.ts";
import { type CheckLine, checkStyle, checkText } from "./checkLine.ts";
import { buildRegister, type SheetScope } from "./ledgerTable.ts";

/** What was decided on a finding: by whom, when, and why. */
export type CheckDecision = Readonly<{ ruleId: string; reason: string; by: string; on: string }>;

export type CheckedPayment = Readonly<{
  paymentNo: string;
  payeeName: string;
  purpose: string;
  contractNo: string | null;
  instalments: readonly string[];
  invoiceNumbers: readonly string[];
  amountCents: Cents;
  isPaid: boolean;
  /** With the day it was paid. */
  state: string;
  findings: readonly CheckLine[];
  decisions: readonly CheckDecision[];
}>;

export type PaymentCheckSheet = Readonly<{
  scope: SheetScope;
  payments: readonly CheckedPayment[];
  /** What was found about contracts, budget and invoices of no payment. */
  others: readonly Readonly<{ line: CheckLine; decision: CheckDecision | null }>[];
}>;

/** 付款核对表: every payment with what the check found and what was decided about it. */
export function buildPaymentCheck({ scope, payments, others }: PaymentCheckSheet, template: Template): Form {
  const width = template.paymentCheck.columns.length;
  return buildRegister({
    id: "paymentCheck",
    template,
    table: template.paymentCheck,
    scope,
    rows: payments,
    cellOf: paymentCell,
    amountOf,
    none: "（没有付款）",
    after: otherRows(others, width),
  });
}

function amountOf(column: PaymentCheckColumn, payment: CheckedPayment): Cents | null | undefined {
  switch (column) {
    case "amount":
      return payment.amountCents;
    case "paid":
      return payment.isPaid ? payment.amountCents : null;
    default:
      return undefined;
  }
}

function paymentCell(column: PaymentCheckColumn, payment: CheckedPayment, index: number): FormCell {
  switch (column) {
    case "seq":
      return cell(seqValue(index + 1), "centred");
    case "payee":
      return textCell(payment.payeeName, "text");
    case "purpose":
      return textCell(payment.purpose, "text");
    case "contract":
      return textCell(payment.contractNo ?? "", "centred");
    case "instalments":
      return textCell(payment.instalments.join("\n"), "centred");
    case "invoices":
      return textCell(payment.invoiceNumbers.join("\n"), "centred");
    case "amount":
    case "paid":
      return cell(amountOrEmpty(amountOf(column, payment)), "amount");
    case "findings":
      return textCell(checkText(payment.findings) || "无问题", checkStyle(payment.findings));
    case "decisions":
      return textCell(payment.decisions.map(decisionText).join("\n"), "text");
    case "paymentNo":
    case "state":
      return textCell(payment[column], "centred");
  }
}

const decisionText = ({ ruleId, reason, by, on }: CheckDecision): string =>
  `${ruleId}：${reason}（${by}，${on}）`;

const otherRows = (others: PaymentCheckSheet["others"], width: number): readonly FormRow[] =>
  others.length === 0
    ? []
    : [
        headingRow([textCell("合同、预算等其他问题", "group", { colSpan: width })]),
        ...others.map(({ line, decision }) =>
          tableRow([
            textCell(checkText([line]), checkStyle([line]), { colSpan: width - 2 }),
            textCell(decision === null ? "" : decisionText(decision), "text", { colSpan: 2 }),
          ]),
        ),
      ];
