import type { CheckSummary, FindingView } from "#shared/api/checks.ts";

export type FindingCounts = CheckSummary;

export const noFindings: FindingCounts = { block: 0, warn: 0, hint: 0 };

/** Counts of what is still open, by severity. */
export function summaryOf(findings: readonly FindingView[]): CheckSummary {
  const counts = { ...noFindings };
  for (const finding of findings) if (finding.state === "open") counts[finding.severity] += 1;
  return counts;
}
