import type { Brand } from "./brand.ts";
import { type Decimal, multiplyScaled, parseDecimal, roundScaled, toScaled } from "./decimal.ts";
import { UserError } from "./errors.ts";

/** Money: an integer number of 分. */
export type Cents = Brand<number, "Cents">;

/** Throws when `value` is no safe integer: a mistake in the program, not of its user. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of 分: ${value}`);
  // Zero has two signs in this language and one in a ledger.
  return (value === 0 ? 0 : value) as Cents;
}

export const zeroCents = cents(0);

// Called for every row of a check: adding by index makes no list and no iterator.
export function addCents(...values: readonly Cents[]): Cents {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at] ?? 0;
  return cents(sum);
}

export const subtractCents = (from: Cents, value: Cents): Cents => cents(from - value);

export const sumCents = (values: Iterable<Cents>): Cents => {
  let sum = 0;
  for (const value of values) sum += value;
  return cents(sum);
};

export const minCents = (...values: readonly [Cents, ...Cents[]]): Cents => cents(Math.min(...values));

export const maxCents = (...values: readonly [Cents, ...Cents[]]): Cents => cents(Math.max(...values));

/** 100 亿元: no office has more, and thousands of it still add up to a whole number of 分. */
export const mostCents = 1_000_000_000_000 as Cents;

/** What is told of more. */
export const tooMuch = "超过 100 亿元，是否多写了几位";

/** Refuses a product that is more than any amount may be; `what` names it. */
export function assertHeld(what: string, value: Cents): void {
  if (value <= mostCents) return;
  throw new UserError({
    code: "bad-request",
    message: `${what}超过 ${formatYuan(mostCents)} 元。`,
    hint: "请核对数量和单价，是否多写了几位。",
  });
}

/**
 * Multiplies prices in 元, quantities and numbers of periods, and rounds half up once, to 分. Throws a UserError when that
 * is more than can be told to the 分.
 */
export function multiplyToCents(...factors: readonly Decimal[]): Cents {
  const short = multiplyShort(factors);
  if (short !== undefined) return short;
  const product = Number(roundScaled(multiplyScaled(factors), 2));
  if (Number.isSafeInteger(product)) return cents(product);
  throw new UserError({
    code: "bad-request",
    message: `${factors.join(" × ")} 的金额太大，账本记不下。`,
    hint: "请核对数量和单价，是否多写了几位。",
  });
}

/** The same without big integers, for factors that together have no more than two digits after the point: most prices. */
function multiplyShort(factors: readonly Decimal[]): Cents | undefined {
  let units = 1;
  let scale = 0;
  for (const factor of factors) {
    const point = factor.indexOf(".");
    if (point >= 0) scale += factor.length - point - 1;
    units *= Number(point < 0 ? factor : factor.slice(0, point) + factor.slice(point + 1));
    if (scale > 2 || !Number.isSafeInteger(units)) return undefined;
  }
  const product = units * 10 ** (2 - scale);
  return Number.isSafeInteger(product) ? cents(product) : undefined;
}

/**
 * Splits an amount into `count` parts that add up to it exactly; every part is rounded down and the last takes the
 * remainder: 100,000.01 元 in four is 25,000.00 × 3 and 25,000.01.
 */
export function splitCents(total: Cents, count: number): readonly Cents[] {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`cannot split into ${count} parts`);
  const part = cents(Math.trunc(total / count));
  return Array.from({ length: count }, (_, index) =>
    index === count - 1 ? cents(total - part * (count - 1)) : part,
  );
}

/** Reads an amount in 元 as people and programs write it: "1,234.50", "￥430000", "（12.00）" for a negative. */
export function parseYuan(text: string): Cents | undefined {
  const plain = text.normalize("NFKC").replace(/[\s,¥元]/g, "");
  const bracketed = /^\((.+)\)$/.exec(plain);
  const value = parseDecimal((bracketed ? `-${bracketed[1]}` : plain).replace(/^\+(?=\d)/, ""));
  if (value === undefined) return undefined;
  const scaled = toScaled(value);
  // A third digit after the point is no amount of money: refuse rather than round what somebody wrote.
  if (scaled.scale > 2) return undefined;
  const units = Number(roundScaled(scaled, 2));
  return Number.isSafeInteger(units) ? cents(units) : undefined;
}

function digits(value: Cents): { sign: string; whole: string; fraction: string } {
  const text = Math.abs(value).toString().padStart(3, "0");
  return { sign: value < 0 ? "-" : "", whole: text.slice(0, -2), fraction: text.slice(-2) };
}

/** "430000.00": 元 with two decimals and no separators, for files and command lines. */
export function formatYuanPlain(value: Cents): string {
  const { sign, whole, fraction } = digits(value);
  return `${sign}${whole}.${fraction}`;
}

/** "430,000.00": 元 as every table and message shows it. */
export function formatYuan(value: Cents): string {
  const { sign, whole, fraction } = digits(value);
  let grouped = whole.slice(-3);
  for (let end = whole.length - 3; end > 0; end -= 3)
    grouped = `${whole.slice(Math.max(0, end - 3), end)},${grouped}`;
  return `${sign}${grouped}.${fraction}`;
}

/** "43.00": 万元 with two decimals, half up from 分, as narrative texts state amounts. */
export function formatWan(value: Cents): string {
  const hundredths = Math.round(Math.abs(value) / 10_000);
  const whole = Math.trunc(hundredths / 100);
  return `${value < 0 && hundredths > 0 ? "-" : ""}${whole}.${(hundredths % 100).toString().padStart(2, "0")}`;
}

/** The amount in 元 as decimal text, for arithmetic with prices. */
export const centsToDecimal = (value: Cents): Decimal => {
  const parsed = parseDecimal(formatYuanPlain(value));
  if (parsed === undefined) throw new RangeError(`not an amount: ${value}`);
  return parsed;
};

/**
 * Part of whole in hundredths of a percent (10,000 = 100 %), rounded half away from zero; `undefined` when the whole is
 * zero. In whole numbers: as a fraction, 15 of 100,000 would come out as 1 instead of 2.
 */
export function ratioBp(part: Cents, whole: Cents): number | undefined {
  if (whole === 0) return undefined;
  const [numerator, denominator] = [BigInt(Math.abs(part)) * 20_000n, BigInt(Math.abs(whole))];
  const rounded = Number((numerator + denominator) / (2n * denominator));
  return rounded !== 0 && part < 0 !== whole < 0 ? -rounded : rounded;
}

/** "56.47%" from hundredths of a percent. */
export const formatBp = (bp: number): string => `${(bp / 100).toFixed(2)}%`;
