import { cents, formatBp, formatYuan } from "../kernel/cents.ts";
import { enumWord } from "../words/enumWords.ts";
import { referencedTable } from "./references.ts";

/** Yes or no, kept as 1 and 0. */
const flags: ReadonlySet<string> = new Set([
  "isSmallOrMedium",
  "acceptanceRequired",
  "free",
  "isRed",
  "confirmed",
  "isAdvance",
  "smeReserved",
]);

const longest = 120;

const shorten = (text: string): string => {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest).join("")}…` : text;
};

export type NameOf = (table: string, id: string) => string | undefined;

/**
 * A field of a stored row as the officer reads it: amounts in 元, rates in percent, words as on the screen, and names in
 * place of ids. Empty for nothing.
 */
export function fieldText(table: string, column: string, value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "number") return numberText(column, value);
  if (typeof value !== "string") return shorten(JSON.stringify(value));
  const parent = referencedTable(column);
  if (parent !== undefined) return nameOf(parent, value) ?? "（已不在账本中）";
  if (column.endsWith("At")) return value.slice(0, 16).replace("T", " ");
  return shorten(enumWord(table, column, value));
}

function numberText(column: string, value: number): string {
  if (column.endsWith("Cents")) return `${formatYuan(cents(value))} 元`;
  if (column.endsWith("Bp")) return formatBp(value);
  if (flags.has(column)) return value === 1 ? "是" : "否";
  return String(value);
}
