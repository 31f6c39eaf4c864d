import { canonicalJson } from "#shared/kernel/canonicalJson.ts";
import { checkLedger } from "#shared/rules/check.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Finding } from "#shared/rules/finding.ts";
import type { LedgerFilter } from "#shared/rules/scope.ts";

export type Check = (facts: Facts, filter?: LedgerFilter) => readonly Finding[];

/**
 * `checkLedger`, once for the same facts and the same part of the ledger: lists, overviews and the check page all count
 * the same findings. Facts never change; with them goes what was found in them.
 */
export function keepFindings(): Check {
  const kept = new WeakMap<Facts, Map<string, readonly Finding[]>>();
  return (facts, filter = {}) => {
    const known = kept.get(facts) ?? new Map<string, readonly Finding[]>();
    kept.set(facts, known);
    const part = canonicalJson(filter);
    const findings = known.get(part) ?? checkLedger(facts, filter);
    known.set(part, findings);
    return findings;
  };
}
