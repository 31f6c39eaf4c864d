import { type Decimal, decimal, roundScaled, toScaled } from "#shared/kernel/decimal.ts";
import { mostBp } from "#shared/model/fields.ts";
import { readDecimal } from "./readDecimal.ts";

/** 5.5 (percent) is 550 hundredths of a percent. */
export const percentToBp = (percent: Decimal): number => Number(roundScaled(toScaled(percent), 2));

export const bpToPercent = (bp: number): Decimal => decimal((bp / 100).toFixed(2));

/** Reads "5", "5.25" and "5%"; `undefined` for what cannot be kept in hundredths of a percent, or is too much. */
export function readPercent(text: string): number | undefined {
  const percent = readDecimal(text.normalize("NFKC").replace(/%\s*$/, ""));
  if (percent === undefined || !/^\d+(\.\d{1,2}0*)?$/.test(percent)) return undefined;
  const bp = percentToBp(percent);
  return bp <= mostBp ? bp : undefined;
}
