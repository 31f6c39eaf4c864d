import { compareText } from "../kernel/compareText.ts";
import type { RuleSetting } from "../model/check.ts";
import type { Payment } from "../model/payment.ts";
import type { Project } from "../model/project.ts";
import type { Facts } from "./facts.ts";
import type { Finding } from "./finding.ts";
import { rules } from "./registry.ts";
import type { AnyRule, Hit } from "./rule.ts";
import { ruleValues, settingsByRule } from "./ruleValues.ts";
import { type LedgerFilter, ledgerScope, paymentScope, type Scope } from "./scope.ts";

/** Everything the rules find in the ledger, or in the part of it that is asked for. Sorted by rule, then by key. */
export const checkLedger = (facts: Facts, filter: LedgerFilter = {}): readonly Finding[] =>
  runRules(facts, ledgerScope(facts, filter));

/** What stands against one payment: it, its invoices and its contract. Looks at nothing else. */
export const checkPayment = (facts: Facts, paymentId: Payment["id"]): readonly Finding[] =>
  runRules(facts, paymentScope(facts, paymentId));

/** The same as `checkLedger`, rule by rule: who runs it may turn to something else between two rules. */
export const checkByRule = (facts: Facts, filter: LedgerFilter = {}): Iterable<readonly Finding[]> =>
  byRule(facts, ledgerScope(facts, filter));

export const checkProject = (facts: Facts, projectId: Project["id"]): readonly Finding[] =>
  checkLedger(facts, { projectId });

/** What some rules find in a part of the facts, as the office set them. */
export const checkScope = (
  facts: Facts,
  scope: Scope,
  isWanted: (rule: Pick<AnyRule, "id">) => boolean,
): readonly Finding[] => runRules(facts, scope, rulesInOrder.filter(isWanted));

const runRules = (facts: Facts, scope: Scope, wanted?: readonly AnyRule[]): readonly Finding[] =>
  [...byRule(facts, scope, wanted)].flat();

function* byRule(
  facts: Facts,
  scope: Scope,
  wanted: readonly AnyRule[] = rulesInOrder,
): Generator<readonly Finding[]> {
  const settings = settingsByRule(facts.rows.ruleSetting);
  for (const rule of wanted)
    yield runRule(rule, facts, scope, settings.get(rule.id)).toSorted((a, b) => compareText(a.key, b.key));
}

const rulesInOrder = rules.toSorted((a, b) => compareText(a.id, b.id));

function runRule(
  rule: AnyRule,
  facts: Facts,
  scope: Scope,
  setting: RuleSetting | undefined,
): readonly Finding[] {
  const wanted = setting?.severity ?? null;
  if (wanted === "off") return [];
  return rule.check(facts, ruleValues(rule, setting), scope).map(({ severity, aspect, ...hit }) => ({
    key: keyOf(rule, hit, aspect),
    ruleId: rule.id,
    ...hit,
    severity: wanted ?? severity ?? rule.severity,
  }));
}

function keyOf(rule: AnyRule, hit: Pick<Hit, "subjects">, aspect: string | undefined): string {
  const parts = hit.subjects.map((subject) => `${subject.kind}:${subject.id}`);
  return [rule.id, ...parts, ...(aspect === undefined ? [] : [aspect])].join("|");
}
