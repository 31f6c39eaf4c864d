import { type Cents, mostCents, parseYuan } from "#shared/kernel/cents.ts";

/** More than any office has: two digits too many were typed. */
export const isTooMuch = (text: string): boolean => Math.abs(parseYuan(text) ?? 0) > mostCents;

/** Reads an amount in 元 exactly; `undefined` when it is none, too much, or below zero where that makes no sense. */
export function readMoney(text: string, negative: boolean): Cents | undefined {
  const value = parseYuan(text);
  return value === undefined || isTooMuch(text) || (value < 0 && !negative) ? undefined : value;
}
