import { compareDecimals, type Decimal, decimal, parseDecimal } from "../kernel/decimal.ts";

export const operators = ["=", "≥", "≤", ">", "<"] as const;
export type Operator = (typeof operators)[number];

/** 年度指标值 as it reads: a number to be met, a span of numbers, or words such as 提升. */
export type IndicatorValue =
  | Readonly<{ kind: "number"; operator: Operator; number: Decimal; unit: string }>
  | Readonly<{ kind: "range"; from: Decimal; to: Decimal; unit: string }>
  | Readonly<{ kind: "words"; text: string }>;

/** How a template writes values: `=100%` and `≥30套`, or `=100.00(%)` and `≥90.00(%)`. */
export type ValueStyle = Readonly<{
  /** `plain`: 100%; `bracketed`: 100.00(%). */
  percent: "plain" | "bracketed";
  /** Whether 985米 keeps its `=`. */
  equalsBeforeUnits: boolean;
}>;

/** Words longer than this are a sentence, not a value. */
const longestWords = 20;

const operatorSigns: Readonly<Record<string, Operator>> = {
  "=": "=",
  "==": "=",
  "≥": "≥",
  ">=": "≥",
  "=>": "≥",
  "≧": "≥",
  "⩾": "≥",
  "≤": "≤",
  "<=": "≤",
  "=<": "≤",
  "≦": "≤",
  "⩽": "≤",
  ">": ">",
  "<": "<",
};

const number = String.raw`(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)`;
const unit = String.raw`(?:\(([^()\d]+)\)|([^\d()~=<>≥≤至-][^\d()=<>≥≤]*)?)`;
const single = new RegExp(`^([=<>≥≤≧≦⩾⩽]{0,2})${number}${unit}$`);
const span = new RegExp(`^${number}(%?)(?:-|~|—|–|至)${number}${unit}$`);

/** Full-width forms as ASCII; other characters, such as ℃ and ㎡, stay as they are. */
const toHalfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

const readNumber = (text: string): Decimal | undefined => parseDecimal(text.replaceAll(",", ""));

/**
 * Reads a value as offices write it: `>=30套`, `≥90.00(%)`, `985米` (which means `=`), `80%-90%`, `健全`. `undefined`
 * when it is none of these: empty, a sentence, or a number with signs that make no sense.
 */
export function parseIndicatorValue(text: string): IndicatorValue | undefined {
  const plain = toHalfWidth(text.replace(/\s+/g, ""));
  if (plain === "") return undefined;
  return parseRange(plain) ?? parseSingle(plain) ?? parseWords(plain, text.trim());
}

function parseSingle(plain: string): IndicatorValue | undefined {
  const match = single.exec(plain);
  if (match === null) return undefined;
  const [, sign = "", digits = "", bracketed, trailing] = match;
  const operator = sign === "" ? "=" : operatorSigns[sign];
  const value = readNumber(digits);
  if (operator === undefined || value === undefined) return undefined;
  return { kind: "number", operator, number: value, unit: bracketed ?? trailing ?? "" };
}

function parseRange(plain: string): IndicatorValue | undefined {
  const match = span.exec(plain);
  if (match === null) return undefined;
  const [, first = "", firstPercent = "", second = "", bracketed, trailing] = match;
  const [from, to] = [readNumber(first), readNumber(second)];
  const unitText = bracketed ?? trailing ?? "";
  if (from === undefined || to === undefined || compareDecimals(from, to) > 0) return undefined;
  if (firstPercent !== "" && unitText !== firstPercent) return undefined;
  return { kind: "range", from, to, unit: unitText };
}

function parseWords(plain: string, written: string): IndicatorValue | undefined {
  const length = [...plain].length;
  // Words that begin like a number are a number somebody mistyped.
  return length > longestWords || /^[\d=<>≥≤≧≦⩾⩽+-]/.test(plain)
    ? undefined
    : { kind: "words", text: written };
}

/** Prints a value in the way of a template; reading the result gives the same value again. */
export function printIndicatorValue(value: IndicatorValue, style: ValueStyle): string {
  switch (value.kind) {
    case "words":
      return value.text;
    case "range":
      return `${amountIn(value.from, value.unit, style)}-${amountIn(value.to, value.unit, style)}${unitIn(value.unit, style)}`;
    case "number": {
      const bare = value.operator === "=" && value.unit !== "%" && !style.equalsBeforeUnits;
      const sign = bare ? "" : value.operator;
      return `${sign}${amountIn(value.number, value.unit, style)}${unitIn(value.unit, style)}`;
    }
  }
}

const isBracketed = (unit: string, style: ValueStyle): boolean =>
  unit === "%" && style.percent === "bracketed";

const unitIn = (unit: string, style: ValueStyle): string => (isBracketed(unit, style) ? `(${unit})` : unit);

function amountIn(value: Decimal, unit: string, style: ValueStyle): string {
  if (!isBracketed(unit, style)) return value;
  const [whole = "0", fraction = ""] = value.split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
}

/** The text as the template would have it; text that is no value stays as it was written. */
export function normaliseIndicatorValue(text: string, style: ValueStyle): string {
  const value = parseIndicatorValue(text);
  return value === undefined ? text.trim() : printIndicatorValue(value, style);
}

/** A share of more than 100 % is a slip of the pen, except where something grows. */
export const isOverHundredPercent = (value: IndicatorValue): boolean =>
  value.kind === "number" && value.unit === "%" && compareDecimals(value.number, decimal("100")) > 0;
