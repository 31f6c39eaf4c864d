import { executionFigures } from "./ledgerSheets.ts";
import type { Template } from "./template.ts";

/** Sheets of rows with a line of totals under them. */
type Summed = "budget" | "payPlan" | "execution" | "paymentCheck" | "contracts" | "invoices";

/** Columns in which a line of totals says something; its name, 合计 or 小计, stands at the left of the first of them. */
export const summedColumns = {
  budget: ["amount"],
  payPlan: ["amount", "deduction", "invoiced", "paid", "remaining"],
  execution: executionFigures,
  paymentCheck: ["amount", "paid"],
  contracts: ["total", "invoiced", "paid", "unpaid"],
  invoices: ["net", "tax", "gross", "payable", "used"],
} as const satisfies { readonly [Sheet in Summed]: readonly Template[Sheet]["columns"][number]["key"][] };

export const summedSheets = Object.keys(summedColumns) as readonly Summed[];

export const isSummed = <Sheet extends Summed>(
  sheet: Sheet,
  column: string,
): column is (typeof summedColumns)[Sheet][number] =>
  summedColumns[sheet].some((summed) => summed === column);
