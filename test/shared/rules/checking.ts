import { isoDate } from "#shared/kernel/dates.ts";
import { checkLedger } from "#shared/rules/check.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts } from "#shared/rules/facts.ts";
import type { Finding } from "#shared/rules/finding.ts";

export const day = "2022-04-30";

export const findingsOf = (rows: FactRows, asOf: string = day): readonly Finding[] =>
  checkLedger(buildFacts(rows, isoDate(asOf)));

/** What one rule says, as its messages. */
export const messagesOf = (rows: FactRows, ruleId: string, asOf: string = day): readonly string[] =>
  findingsOf(rows, asOf)
    .filter((finding) => finding.ruleId === ruleId)
    .map((finding) => finding.message);

/** The rules that strike, each once. */
export const rulesOf = (rows: FactRows, asOf: string = day): readonly string[] => [
  ...new Set(findingsOf(rows, asOf).map((finding) => finding.ruleId)),
];

/** The one finding of a rule. Throws when there is none or are several. */
export function theFinding(rows: FactRows, ruleId: string, asOf: string = day): Finding {
  const [only, second] = findingsOf(rows, asOf).filter((finding) => finding.ruleId === ruleId);
  if (only === undefined || second !== undefined) throw new Error(`not exactly one ${ruleId}`);
  return only;
}
