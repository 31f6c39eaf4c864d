import type { Cents } from "../../kernel/cents.ts";
import { daysBetween } from "../../kernel/dates.ts";
import type { ContractFact } from "../contractFacts.ts";
import type { Facts } from "../facts.ts";

/** How a contract comes to its end. */
export type Expiry = Readonly<{
  /** Below zero once it is over. */
  leftDays: number;
  unpaidCents: Cents;
  /** What goes on for the term would stop here. What is delivered once has nothing to renew, and a call-off its framework. */
  lacksRenewal: boolean;
}>;

const once: ReadonlySet<string> = new Set<ContractFact["row"]["kind"]>(["oneOff", "milestone"]);

export const expiryOf = (facts: Facts, contract: ContractFact): Expiry => ({
  leftDays: daysBetween(facts.asOf, contract.endDate),
  unpaidCents: facts.budget.unpaidCents(contract),
  lacksRenewal: !once.has(contract.row.kind) && !contract.isCallOff && contract.renewals.length === 0,
});
