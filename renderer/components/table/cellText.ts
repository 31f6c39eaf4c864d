import { cents, formatYuan } from "#shared/kernel/cents.ts";
import { parseDecimal } from "#shared/kernel/decimal.ts";
import { formatDecimal } from "../inputs/readDecimal.ts";
import type { CellValue, ColumnKind } from "./column.ts";

/** What a cell shows, as text: the same on screen, in the filter and on the clipboard. */
export function cellText(value: CellValue, kind: ColumnKind): string {
  if (value === null) return "";
  if (kind === "amount" && typeof value === "number") return formatYuan(cents(value));
  const decimal = kind === "number" && typeof value === "string" ? parseDecimal(value) : undefined;
  return decimal === undefined ? String(value) : formatDecimal(decimal);
}

/** Full-width and half-width, upper and lower case are one to somebody who looks for something. */
export const foldText = (text: string): string =>
  (isAscii(text) ? text : text.normalize("NFKC")).toLowerCase();

/** What a normal form leaves as it is, and most cells are. */
const isAscii = (text: string): boolean => /^[\n -~]*$/.test(text);
