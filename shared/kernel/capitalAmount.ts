import type { Cents } from "./cents.ts";

/** A piece of an amount in words; a 零 may be one that the regulation leaves to whoever writes. */
type Part = string | Readonly<{ optional: string; isUsual: boolean }>;

const digitWords = [..."零壹贰叁肆伍陆柒捌玖"] as const;
const unitsInGroup = ["仟", "佰", "拾", ""] as const;

/**
 * An amount as 《支付结算办法》附一 has it written on vouchers, without the words 人民币: 壹仟肆佰零玖元伍角. Where the
 * regulation allows two ways it is the first of its examples. A negative amount begins with （负数）, as on red invoices.
 */
export const capitalAmount = (amount: Cents): string =>
  partsOf(amount)
    .map((part) => (typeof part === "string" ? part : part.isUsual ? part.optional : ""))
    .join("");

/**
 * Whether a text states this amount in capitals in a way that banks accept: with or without 人民币, 正 for 整, 圆 for 元,
 * the traditional characters, and the 零 and 整 that the regulation leaves open. Anything else is `false`, no text too.
 */
export function sameCapital(text: string, amount: Cents): boolean {
  const pattern = partsOf(amount)
    .map((part) => (typeof part === "string" ? part : `(?:${part.optional})?`))
    .join("");
  return new RegExp(`^${pattern}$`).test(plainCapitals(text));
}

const variants: Readonly<Record<string, string>> = {
  正: "整",
  圆: "元",
  圓: "元",
  負: "负",
  數: "数",
  貳: "贰",
  參: "叁",
  叄: "叁",
  陸: "陆",
  億: "亿",
  萬: "万",
};

const plainCapitals = (text: string): string =>
  text
    .replace(/\s/g, "")
    .replace(/[正圆圓負數貳參叄陸億萬]/g, (character) => variants[character] ?? character)
    .replace(/^人民币[:：]?/, "")
    .replace(/^[(（]?负数?[)）]?/, "（负数）");

function partsOf(amount: Cents): readonly Part[] {
  const size = Math.abs(amount);
  const yuan = Math.trunc(size / 100);
  const sign = amount < 0 ? ["（负数）"] : [];
  if (size === 0) return ["零元整"];
  return [
    ...sign,
    ...(yuan === 0 ? [] : [...wholeParts(yuan), "元"]),
    ...fractionParts(Math.trunc(size / 10) % 10, size % 10, yuan),
  ];
}

/** 角 and 分. After 元 a 零 stands for missing 角; when it is the 元 that is missing it may stand. */
function fractionParts(jiao: number, fen: number, yuan: number): readonly Part[] {
  if (jiao === 0 && fen === 0) return ["整"];
  const parts: Part[] = [];
  if (jiao === 0 && yuan > 0) parts.push("零");
  if (jiao > 0 && yuan > 0 && yuan % 10 === 0) parts.push({ optional: "零", isUsual: true });
  if (jiao > 0) parts.push(`${digitWords[jiao]}角`);
  parts.push(fen === 0 ? { optional: "整", isUsual: false } : `${digitWords[fen]}分`);
  return parts;
}

/** Groups of four digits: 万 within 亿, so that 万亿 comes by itself. */
function wholeParts(yuan: number): readonly Part[] {
  if (yuan < 10_000) return groupParts(yuan);
  const base = yuan < 100_000_000 ? 10_000 : 100_000_000;
  const [high, low] = [Math.trunc(yuan / base), yuan % base];
  const head = [...wholeParts(high), base === 10_000 ? "万" : "亿"];
  return low === 0 ? head : [...head, ...zeroBetween(high, low, base), ...wholeParts(low)];
}

/**
 * One 零 for any run of zeros. When digits are missing at the head of the lower part it must stand, unless a whole 万 is
 * missing and the 仟 is there; when only the last of the higher part is missing it may.
 */
function zeroBetween(high: number, low: number, base: number): readonly Part[] {
  if (low < base / 10) return low >= 1000 && low < 10_000 ? [{ optional: "零", isUsual: true }] : ["零"];
  return high % 10 === 0 ? [{ optional: "零", isUsual: false }] : [];
}

function groupParts(group: number): readonly Part[] {
  const digits = group.toString().padStart(4, "0");
  let text = "";
  for (const [index, unit] of unitsInGroup.entries()) {
    const digit = Number(digits[index]);
    if (digit === 0) continue;
    const isAfterGap = text !== "" && digits[index - 1] === "0";
    text += `${isAfterGap ? "零" : ""}${digitWords[digit]}${unit}`;
  }
  return [text];
}
