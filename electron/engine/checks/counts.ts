import type { CheckSummary, FindingView } from "#shared/api/checks.ts";
import type { SubjectKind } from "#shared/rules/finding.ts";

export type FindingCounts = CheckSummary;

export const noFindings: FindingCounts = { block: 0, warn: 0, hint: 0 };

/** Counts of what is still open, by severity. */
export function summaryOf(findings: readonly FindingView[]): CheckSummary {
  const counts = { ...noFindings };
  for (const finding of findings) if (finding.state === "open") counts[finding.severity] += 1;
  return counts;
}

/** Open findings by the object of one kind that they are about. */
export function countsBySubject(
  findings: readonly FindingView[],
  kind: SubjectKind,
): ReadonlyMap<string, FindingCounts> {
  const counts = new Map<string, FindingCounts>();
  for (const finding of findings) {
    if (finding.state !== "open") continue;
    for (const subject of finding.subjects) {
      if (subject.kind !== kind) continue;
      const known = counts.get(subject.id) ?? noFindings;
      counts.set(subject.id, { ...known, [finding.severity]: known[finding.severity] + 1 });
    }
  }
  return counts;
}
