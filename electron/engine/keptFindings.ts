import { setImmediate as othersTurn } from "node:timers/promises";
import { canonicalJson } from "#shared/kernel/canonicalJson.ts";
import { checkByRule } from "#shared/rules/check.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Finding } from "#shared/rules/finding.ts";
import type { LedgerFilter } from "#shared/rules/scope.ts";

export type Check = (facts: Facts, filter?: LedgerFilter) => Promise<readonly Finding[]>;

/** A check and who waits for it. */
type Run = Readonly<{ findings: Promise<readonly Finding[]>; asking: Set<AbortSignal> }>;

/** For so long, in milliseconds, a check of everything may keep other requests waiting; a rule is never interrupted. */
const longestTurn = 30;

/**
 * `checkLedger`, once for the same facts and the same part of the ledger: lists, overviews and the check page all count
 * the same findings. Facts never change; with them goes what was found in them. Between rules other requests have their
 * turn. A check for which nobody waits any more, because the ledger has changed, is dropped.
 */
export function keepFindings(turn = longestTurn): (signal: AbortSignal) => Check {
  const kept = new WeakMap<Facts, Map<string, Run>>();
  return (signal) =>
    (facts, filter = {}) => {
      const runs = kept.get(facts) ?? new Map<string, Run>();
      kept.set(facts, runs);
      const part = canonicalJson(filter);
      const known = runs.get(part);
      if (known !== undefined) {
        known.asking.add(signal);
        return known.findings;
      }
      const asking = new Set([signal]);
      const assertWanted = () => {
        if ([...asking].every(({ aborted }) => aborted)) signal.throwIfAborted();
      };
      const findings = inTurns(checkByRule(facts, filter), turn, assertWanted);
      runs.set(part, { findings, asking });
      // Who waits is told by what was handed out; here it only must not be kept.
      findings.catch(() => runs.delete(part));
      return findings;
    };
}

async function inTurns(
  byRule: Iterable<readonly Finding[]>,
  turn: number,
  assertWanted: () => void,
): Promise<readonly Finding[]> {
  const found: (readonly Finding[])[] = [];
  let since = performance.now();
  for (const findings of byRule) {
    found.push(findings);
    if (performance.now() - since < turn) continue;
    await othersTurn();
    assertWanted();
    since = performance.now();
  }
  return found.flat();
}
