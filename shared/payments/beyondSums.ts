import { asId, type Id } from "../kernel/id.ts";
import type { Facts } from "../rules/facts.ts";
import type { Finding } from "../rules/finding.ts";
import { overSums } from "./overSums.ts";

/** 超本期应付 and 发票重复支付: what they find at an open payment, the ledger refuses too. */
const sumRules: ReadonlySet<string> = new Set(["PAY-02", "INV-02"]);

/**
 * Tells which 阻断 no reason can open: those of an open payment whose instalment or invoice would be settled beyond what
 * it says. The ledger refuses such a payment whatever was accepted, so nobody should be asked for a reason.
 */
export function beyondSums(facts: Facts): (finding: Finding) => boolean {
  const known = new Map<Id, ReadonlySet<string>>();
  const overOf = (paymentId: Id): ReadonlySet<string> => {
    const found = known.get(paymentId);
    if (found !== undefined) return found;
    const payment = facts.paymentsById.get(paymentId);
    const isOpen = payment !== undefined && (payment.state === "draft" || payment.state === "pending");
    const papers = new Set<string>(isOpen ? overSums(facts, payment).map(({ id }) => id) : []);
    known.set(paymentId, papers);
    return papers;
  };
  return ({ ruleId, severity, subjects }) =>
    severity === "block" &&
    sumRules.has(ruleId) &&
    subjects.some(
      ({ kind, id }) => kind === "payment" && subjects.some((subject) => overOf(asId(id)).has(subject.id)),
    );
}
