import { type Decimal, decimal, multiplyScaled, roundScaled, toScaled } from "../kernel/decimal.ts";

/** The product of `factors` divided by a divisor above zero, rounded half away from zero to `digits` after the point. */
export function divideRounded(factors: readonly Decimal[], divisor: Decimal, digits: number): Decimal {
  const product = multiplyScaled(factors);
  const { units, scale } = toScaled(divisor);
  if (units <= 0n) throw new RangeError(`no divisor: ${divisor}`);
  const common = Math.max(product.scale, scale);
  const numerator = roundScaled(product, common) * 10n ** BigInt(digits);
  const denominator = roundScaled({ units, scale }, common);
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  const text = rounded.toString().padStart(digits + 1, "0");
  const cut = text.length - digits;
  return decimal(
    `${numerator < 0n ? "-" : ""}${text.slice(0, cut)}${digits === 0 ? "" : `.${text.slice(cut)}`}`,
  );
}
