import { type Cents, parseYuan } from "#shared/kernel/cents.ts";

/** Reads an amount in 元 exactly; `undefined` when it is none, or below zero where that makes no sense. */
export function readMoney(text: string, negative: boolean): Cents | undefined {
  const value = parseYuan(text);
  return value === undefined || (value < 0 && !negative) ? undefined : value;
}
