import type { ColumnProfile } from "./columnProfile.ts";

/** Three columns of which, row for row, the first two add up to the third. */
export type AmountTriple = Readonly<{ net: number; tax: number; gross: number; rows: number }>;

export type AmountField = "net" | "tax" | "gross";
export const amountFields: readonly AmountField[] = ["net", "tax", "gross"];

/** More columns of amounts than this are not tried against each other. */
const mostColumns = 14;

/**
 * Finds which columns are net, tax and gross by adding up: net + tax = gross within one 分 on nine of ten rows that have
 * all three and some tax, red rows and discounts included. Of two that fit, the one that titles speak for counts:
 * `claims` tells for how many of its columns they do.
 */
export function findTriple(
  profiles: readonly ColumnProfile[],
  claims: (triple: AmountTriple) => number,
): AmountTriple | undefined {
  const columns = profiles.slice(0, mostColumns);
  const found: AmountTriple[] = [];
  for (const [at, one] of columns.entries()) {
    for (const other of columns.slice(at + 1)) {
      for (const sum of columns) {
        if (sum === one || sum === other) continue;
        const triple = tripleOf(one, other, sum);
        if (triple !== undefined) found.push(triple);
      }
    }
  }
  const score = (triple: AmountTriple): number => claims(triple) * 10_000 + triple.rows;
  return found.reduce<AmountTriple | undefined>(
    (best, triple) => (best === undefined || score(triple) > score(best) ? triple : best),
    undefined,
  );
}

function tripleOf(one: ColumnProfile, other: ColumnProfile, sum: ColumnProfile): AmountTriple | undefined {
  let [rows, hits, sizeOne, sizeOther] = [0, 0, 0, 0];
  for (const [row, a] of one.amounts.entries()) {
    const [b, c] = [other.amounts[row], sum.amounts[row]];
    if (a === undefined || b === undefined || c === undefined || a === 0 || b === 0) continue;
    rows += 1;
    if (Math.abs(a + b - c) <= 1) hits += 1;
    sizeOne += Math.abs(a);
    sizeOther += Math.abs(b);
  }
  if (hits === 0 || hits < rows * 0.9) return undefined;
  const [net, tax] = sizeOne > sizeOther ? [one, other] : [other, one];
  // What is paid and what is still open add up to the amount too, but no rate of tax is like that.
  if (Math.min(sizeOne, sizeOther) > Math.max(sizeOne, sizeOther) * highestRate) return undefined;
  return { net: net.index, tax: tax.index, gross: sum.index, rows: hits };
}

/** Of all rates that there were, with room for what is rounded. */
export const highestRate = 0.2;

const rates = [0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.06, 0.09, 0.1, 0.11, 0.13, 0.16, 0.17];

/** Whether a column beside the tax holds amounts with or without it, by the rates that there are. */
export function taxIn(amount: ColumnProfile, tax: ColumnProfile): "net" | "gross" | undefined {
  let [rows, asNet, asGross] = [0, 0, 0];
  for (const [row, whole] of amount.amounts.entries()) {
    const part = tax.amounts[row];
    if (whole === undefined || part === undefined || part === 0 || Math.abs(part) < 20) continue;
    rows += 1;
    if (hasRate(whole, part)) asNet += 1;
    if (hasRate(whole - part, part)) asGross += 1;
  }
  if (rows < 2) return undefined;
  if (asNet >= rows * 0.6 && asNet > asGross) return "net";
  return asGross >= rows * 0.9 && asNet <= rows * 0.2 ? "gross" : undefined;
}

const hasRate = (net: number, tax: number): boolean => rates.some((rate) => Math.abs(net * rate - tax) <= 1);
