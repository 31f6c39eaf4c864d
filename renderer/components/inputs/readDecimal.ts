import { type Decimal, parseDecimal } from "#shared/kernel/decimal.ts";

/** Reads a quantity or a unit price as people write it, not below zero. */
export function readDecimal(text: string): Decimal | undefined {
  const value = parseDecimal(text.normalize("NFKC").replace(/[\s,¥元]/g, ""));
  return value === undefined || value.startsWith("-") ? undefined : value;
}

/** "60,000" of what is counted. */
export const formatCount = (count: number): string => count.toLocaleString("en-US");

/** "60,000" and "1,180.5": as amounts are written, with the decimals there are. */
export function formatDecimal(value: Decimal): string {
  const [whole = "", fraction] = value.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
