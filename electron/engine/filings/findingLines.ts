import type { FindingView } from "#shared/api/checks.ts";
import type { CheckLine } from "#shared/forms/builders/checkLine.ts";
import type { CheckDecision } from "#shared/forms/builders/paymentCheck.ts";

/** A finding as papers print it. */
export const checkLine = ({ ruleId, severity, message, state, decision }: FindingView): CheckLine => ({
  ruleId,
  severity,
  message,
  accepted: state === "accepted" ? (decision?.reason ?? "") : null,
});

/** Who accepted a finding, when and why; `undefined` while it is open. */
export const checkDecision = ({ ruleId, state, decision }: FindingView): CheckDecision | undefined =>
  state !== "accepted" || decision === null
    ? undefined
    : { ruleId, reason: decision.reason, by: decision.decidedBy, on: decision.decidedAt.slice(0, 10) };
