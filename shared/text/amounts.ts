import { type Cents, multiplyToCents } from "../kernel/cents.ts";
import { decimal, parseDecimal } from "../kernel/decimal.ts";

export const amountUnits = { 亿元: "100000000", 万元: "10000", 元: "1" } as const;
export type AmountUnit = keyof typeof amountUnits;

/** An amount as a narrative states it, and where. */
export type TextAmount = Readonly<{
  text: string;
  unit: AmountUnit;
  cents: Cents;
  /** Of the first character. */
  index: number;
}>;

/** "59元/部·月" and "每套1180元" are prices, no amounts of money spent. */
const amount =
  /(每[台部套个人月季次件项]?)?(\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(亿元|万元|元)(?!\s*[/／])/g;

/** Every amount that a text states, in the order in which it does. */
export function amountsIn(text: string): readonly TextAmount[] {
  return [...text.matchAll(amount)].flatMap((match) => {
    const [whole, perPiece, digits = "", unit = ""] = match;
    const value = parseDecimal(digits.replace(/[,，]/g, ""));
    if (perPiece !== undefined || value === undefined || !isUnit(unit)) return [];
    // What no ledger can hold is a number of something else.
    if (digits.replace(/\D/g, "").length > 12) return [];
    return [
      { text: whole, unit, cents: multiplyToCents(value, decimal(amountUnits[unit])), index: match.index },
    ];
  });
}

const isUnit = (text: string): text is AmountUnit => Object.hasOwn(amountUnits, text);
