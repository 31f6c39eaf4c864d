import {
  compareDecimals,
  type Decimal,
  decimal,
  multiplyScaled,
  roundScaled,
  toScaled,
} from "../kernel/decimal.ts";
import { type IndicatorValue, parseIndicatorValue } from "./value.ts";

/** The number of a value such as ≥30套 or 32套; `undefined` for words and ranges. */
export function numberOf(valueText: string): (IndicatorValue & { kind: "number" }) | undefined {
  const value = parseIndicatorValue(valueText);
  return value?.kind === "number" ? value : undefined;
}

const hundredPercent = decimal("10000");

/**
 * How far an indicator was met, in hundredths of a percent rounded half away from zero: 39套 of ≥30套 are 13,000.
 * `undefined` for words, for units that differ, and for targets that are to stay low.
 */
export function completionBp(targetText: string, actualText: string): number | undefined {
  const [target, actual] = [numberOf(targetText), numberOf(actualText)];
  if (target === undefined || actual === undefined) return undefined;
  if (target.operator === "≤" || target.operator === "<") return undefined;
  if (target.unit !== actual.unit && actual.unit !== "") return undefined;
  if (compareDecimals(target.number, decimal("0")) <= 0) return undefined;
  return Number(divideRounded(multiplyScaled([actual.number, hundredPercent]), target.number));
}

function divideRounded(dividend: ReturnType<typeof toScaled>, divisor: Decimal): bigint {
  const { units, scale } = toScaled(divisor);
  const common = Math.max(dividend.scale, scale);
  const [numerator, denominator] = [
    dividend.units * 10n ** BigInt(common - dividend.scale),
    units * 10n ** BigInt(common - scale),
  ];
  return roundScaled({ units: (numerator * 10n) / denominator, scale: 1 }, 0);
}

/** Whether a number keeps to what a value asks for. */
export function meets(
  { operator, number: target }: IndicatorValue & { kind: "number" },
  actual: Decimal,
): boolean {
  const order = compareDecimals(actual, target);
  switch (operator) {
    case "=":
      return order === 0;
    case "≥":
      return order >= 0;
    case ">":
      return order > 0;
    case "≤":
      return order <= 0;
    case "<":
      return order < 0;
  }
}
