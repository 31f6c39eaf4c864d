import type { Brand } from "./brand.ts";

/** A decimal number as text, for example "1180", "59.5" or "-0.25": unit prices and quantities, exact. */
export type Decimal = Brand<string, "Decimal">;

const pattern = /^-?\d{1,18}(\.\d{1,12})?$/;

export const isDecimal = (text: string): text is Decimal => pattern.test(text);

/** Reads plain decimal text; `undefined` when it is anything else. Trailing zeros of the fraction are dropped. */
export function parseDecimal(text: string): Decimal | undefined {
  const plain = text.trim();
  return isDecimal(plain) ? formatScaled(toScaled(plain)) : undefined;
}

/** Makes a decimal of text known to be one. Throws when it is not: a mistake in the program, not of its user. */
export function decimal(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new RangeError(`not a decimal: ${text}`);
  return parsed;
}

/** An integer `units` divided by 10^`scale`. */
export type Scaled = Readonly<{ units: bigint; scale: number }>;

export function toScaled(value: Decimal): Scaled {
  const [whole = "0", fraction = ""] = value.split(".");
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

function formatScaled({ units, scale }: Scaled): Decimal {
  const sign = units < 0n ? "-" : "";
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}` as Decimal;
}

export function multiplyScaled(values: readonly Decimal[]): Scaled {
  return values
    .map(toScaled)
    .reduce(
      (product, factor) => ({ units: product.units * factor.units, scale: product.scale + factor.scale }),
      { units: 1n, scale: 0 },
    );
}

/** Rounds half away from zero to `scale` digits after the point: 0.005 becomes 0.01, -0.005 becomes -0.01. */
export function roundScaled(value: Scaled, scale: number): bigint {
  if (value.scale <= scale) return value.units * 10n ** BigInt(scale - value.scale);
  const divisor = 10n ** BigInt(value.scale - scale);
  const magnitude = value.units < 0n ? -value.units : value.units;
  const rounded = (magnitude + divisor / 2n) / divisor;
  return value.units < 0n ? -rounded : rounded;
}

export function addDecimals(values: readonly Decimal[]): Decimal {
  const scaled = values.map(toScaled);
  const scale = Math.max(0, ...scaled.map((value) => value.scale));
  return formatScaled({ units: scaled.reduce((sum, value) => sum + roundScaled(value, scale), 0n), scale });
}

export const subtractDecimals = (from: Decimal, value: Decimal): Decimal =>
  addDecimals([from, value.startsWith("-") ? decimal(value.slice(1)) : decimal(`-${value}`)]);

/** The exact product. It may have more digits after the point than a stored decimal: round it before it is kept. */
export const multiplyDecimals = (...values: readonly Decimal[]): Decimal =>
  formatScaled(multiplyScaled(values));

/** Negative, zero or positive as `left` is smaller than, equal to or larger than `right`. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const [a, b] = [toScaled(left), toScaled(right)];
  const scale = Math.max(a.scale, b.scale);
  const difference = roundScaled(a, scale) - roundScaled(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
