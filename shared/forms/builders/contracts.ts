import type { Cents } from "../../kernel/cents.ts";
import type { IsoDate } from "../../kernel/dates.ts";
import type { Form, FormCell } from "../form.ts";
import type { ContractColumn } from "../templates/ledgerSheets.ts";
import { isSummed } from "../templates/summedColumns.ts";
import type { Template } from "../templates/template.ts";
import { amountOrEmpty, dateOrEmpty, seqValue, text } from "../values.ts";
import { cell, textCell } from "./cells.ts";
import { buildRegister, type SheetScope } from "./ledgerTable.ts";

export type ContractLine = Readonly<{
  contractNo: string;
  name: string;
  vendorName: string;
  budgetLineName: string;
  signedOn: IsoDate | null;
  startDate: IsoDate;
  endDate: IsoDate;
  kind: string;
  state: string;
  /** With supplements; null for a contract without a sum. */
  totalCents: Cents | null;
  invoicedCents: Cents;
  paidCents: Cents;
  /** Null without a plan. */
  unpaidCents: Cents | null;
}>;

/** 合同台账: every contract with its terms and what was invoiced and paid on it. */
export const buildContracts = (
  sheet: Readonly<{ scope: SheetScope; lines: readonly ContractLine[] }>,
  template: Template,
): Form =>
  buildRegister({
    id: "contracts",
    template,
    table: template.contracts,
    scope: sheet.scope,
    rows: sheet.lines,
    cellOf: lineCell,
    amountOf,
    none: "（没有合同）",
  });

const amountOf = (column: ContractColumn, line: ContractLine): Cents | null | undefined =>
  isSummed("contracts", column) ? line[`${column}Cents`] : undefined;

function lineCell(column: ContractColumn, line: ContractLine, index: number): FormCell {
  switch (column) {
    case "seq":
      return cell(seqValue(index + 1), "centred");
    case "signedOn":
      return cell(dateOrEmpty(line.signedOn), "centred");
    case "term":
      return textCell(`${line.startDate}\n至${line.endDate}`, "centred");
    case "vendor":
      return textCell(line.vendorName, "text");
    case "budgetLine":
      return textCell(line.budgetLineName, "text");
    case "name":
      return textCell(line.name, "text");
    case "contractNo":
    case "kind":
    case "state":
      return cell(text(line[column]), "centred");
    default:
      return cell(amountOrEmpty(amountOf(column, line)), "amount");
  }
}
