import type { Severity } from "../../model/check.ts";
import { severityWords } from "../../words/words.ts";
import type { CellStyle } from "../form.ts";

/** A finding as a paper shows it. */
export type CheckLine = Readonly<{
  ruleId: string;
  severity: Severity;
  message: string;
  /** Why it was accepted; null while it is open. */
  accepted: string | null;
}>;

const order: readonly Severity[] = ["block", "warn", "hint"];

/** One line for each finding, open ones first, the gravest at the top. */
export const checkText = (findings: readonly CheckLine[]): string =>
  [...findings]
    .sort((left, right) => rank(left) - rank(right))
    .map(({ ruleId, severity, message, accepted }) =>
      accepted === null
        ? `【${severityWords[severity]}】${message}（${ruleId}）`
        : `【已处理】${message}（${ruleId}）处理意见：${accepted}`,
    )
    .join("\n");

const rank = ({ severity, accepted }: CheckLine): number =>
  order.indexOf(severity) + (accepted === null ? 0 : order.length);

/** The colour of the gravest open finding. */
export function checkStyle(findings: readonly CheckLine[]): CellStyle {
  const open = findings.filter(({ accepted }) => accepted === null);
  if (open.some(({ severity }) => severity === "block")) return "blocked";
  return open.some(({ severity }) => severity === "warn") ? "warned" : "text";
}
