import { cellText, readMoney, readTax } from "../excel/cellValues.ts";
import type { PlainRow } from "../excel/plainCell.ts";
import type { InvoiceField } from "./headerSynonyms.ts";
import type { Amounts } from "./invoiceDraft.ts";
import { fieldOfTitle } from "./matchHeader.ts";
import { cellOf, type SheetContext } from "./sheetContext.ts";

/** `named` totals say 合计; others are known by having amounts and nothing else, and may be a row gone wrong. */
export type TotalRead =
  | Readonly<{ kind: "total"; named: boolean; amounts: Partial<Amounts> }>
  | Readonly<{ kind: "none" }>;

/** "合计", "合计（12张）", "总计：" */
export const totalWord = /^(合计|总计|总合计|合计金额|共计)([(（]?共?\d*[张份笔条]?[)）]?)[:：]?$/;
const subtotalWord = /^(小计|本页小计|本页合计)[::]?$/;

const identity = [
  "digitalNumber",
  "paperNumber",
  "code",
  "issueDate",
  "sellerName",
  "sellerTaxId",
  "goodsName",
] as const;

/**
 * Tells the rows that are no invoices: 合计 (a control total), 小计, the header once more on the next page, notes. A row
 * that has amounts and nothing that says whose they are may be a total without the word.
 */
export function readTotalRow(context: SheetContext, row: PlainRow): TotalRead | undefined {
  const blank = (fields: readonly InvoiceField[]): boolean =>
    fields.every((field) => cellText(cellOf(context, row, field)) === "");
  const numberFields = ["digitalNumber", "paperNumber", "code"] as const;
  if (!blank(numberFields)) {
    const first = wordOf(cellText(cellOf(context, row, "seq")) || firstText(context, row, numberFields));
    if (totalWord.test(first)) return { kind: "total", named: true, amounts: totals(context, row) };
    if (subtotalWord.test(first)) return { kind: "none" };
    return isHeaderAgain(context, row) ? { kind: "none" } : undefined;
  }
  // What has a day of issue is an invoice that lost its number, whatever somebody wrote beside it.
  const words = row.cells.map((cell) => wordOf(cellText(cell)));
  const first = words.find((word) => word !== "") ?? "";
  if (!blank(["issueDate"]) && !totalWord.test(first) && !subtotalWord.test(first)) return undefined;
  if (words.some((word) => subtotalWord.test(word))) return { kind: "none" };
  const amounts = totals(context, row);
  const named = words.some((word) => totalWord.test(word));
  if (!named && !blank(identity)) return undefined;
  return Object.keys(amounts).length === 0 ? { kind: "none" } : { kind: "total", named, amounts };
}

const wordOf = (text: string): string => text.replace(/\s/g, "");

const firstText = (context: SheetContext, row: PlainRow, fields: readonly InvoiceField[]): string =>
  fields.map((field) => cellText(cellOf(context, row, field))).find((text) => text !== "") ?? "";

const isHeaderAgain = (context: SheetContext, row: PlainRow): boolean =>
  (["digitalNumber", "paperNumber"] as const).some((field) => {
    const text = cellText(cellOf(context, row, field));
    return text !== "" && !/\d/.test(text) && fieldOfTitle(text)?.field === field;
  });

function totals(context: SheetContext, row: PlainRow): Partial<Amounts> {
  const read = {
    net: readMoney(cellOf(context, row, "net")),
    tax: readTax(cellOf(context, row, "tax")),
    gross: readMoney(cellOf(context, row, "gross")),
  };
  return {
    ...(typeof read.net === "number" ? { net: read.net } : {}),
    ...(typeof read.tax === "number" ? { tax: read.tax } : {}),
    ...(typeof read.gross === "number" ? { gross: read.gross } : {}),
  };
}
