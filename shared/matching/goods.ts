import type { Invoice } from "../model/invoice.ts";
import type { Facts } from "../rules/facts.ts";
import type { Period } from "../schedule/periods.ts";
import { joinPeriods, readPeriod } from "./periodText.ts";

/** What was sold, line by line, each name once. */
export const goodsNames = (facts: Facts, invoice: Invoice): readonly string[] =>
  [...new Set(facts.goodsOf.of(invoice.id).map((line) => line.goodsName))].toSorted();

/**
 * The period of service of an invoice: what its lines name together (a line for each of three months), else its remark.
 * `undefined` when nothing is said, or lines name periods with a gap between them.
 */
export function invoicePeriod(facts: Facts, invoice: Invoice): Period | undefined {
  const named = goodsNames(facts, invoice)
    .map((name) => readPeriod(name, invoice.issueDate))
    .filter((period) => period !== undefined);
  return named.length > 0 ? joinPeriods(named) : readPeriod(invoice.remark, invoice.issueDate);
}

/** All its words, in which a contract number may be. */
export const invoiceWords = (facts: Facts, invoice: Invoice): string =>
  [...goodsNames(facts, invoice), invoice.remark].join(" ");
