import type { Invoice } from "../model/invoice.ts";
import type { Facts } from "../rules/facts.ts";
import type { Period } from "../schedule/periods.ts";
import type { Paper } from "./paper.ts";
import { joinPeriods, readPeriod } from "./periodText.ts";

/** What was sold, line by line, each name once. */
export function goodsNames(facts: Facts, invoice: Invoice): readonly string[] {
  const names = new Set<string>();
  for (const { goodsName } of facts.goodsOf.of(invoice.id)) names.add(goodsName);
  return [...names].sort();
}

/**
 * The period of service of an invoice: what its lines name together (a line for each of three months), else its remark.
 * `undefined` when nothing is said, or lines name periods with a gap between them.
 */
export const invoicePeriod = (facts: Facts, invoice: Invoice): Period | undefined =>
  periodIn(goodsNames(facts, invoice), invoice);

function periodIn(names: readonly string[], { issueDate, remark }: Invoice): Period | undefined {
  const named = names.map((name) => readPeriod(name, issueDate)).filter((period) => period !== undefined);
  return named.length > 0 ? joinPeriods(named) : readPeriod(remark, issueDate);
}

/** What an invoice says: all its words, in which a contract number may be, and its period. */
export function invoiceWords(facts: Facts, invoice: Invoice): Pick<Paper, "text" | "period"> {
  const names = goodsNames(facts, invoice);
  return { text: [...names, invoice.remark].join(" "), period: periodIn(names, invoice) };
}
