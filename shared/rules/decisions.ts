import { compareText } from "../kernel/compareText.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Decision, StoredFinding } from "../model/check.ts";
import type { Finding } from "./finding.ts";
import { indexBy } from "./indexing.ts";
import { readFigures, steadyFigures } from "./steadyFigures.ts";

/** A finding with what was decided on it. */
export type FindingState = Finding &
  Readonly<{
    state: "open" | "accepted";
    /** The decision that made it accepted, or that it was accepted by before it opened again. */
    decision: Decision | null;
    /** It was accepted before, and its figures moved since. */
    reopened: boolean;
  }>;

/**
 * Joins findings with the decisions on them. The latest decision for a finding's key counts. An acceptance holds while the
 * figures are those that were accepted; when they move the finding is open again. Decisions after `asOf` do not count.
 */
export function withDecisions(
  findings: readonly Finding[],
  stored: readonly StoredFinding[],
  decisions: readonly Decision[],
  asOf?: IsoDate,
): readonly FindingState[] {
  const storedById = indexBy(stored, (row) => row.id);
  const counted = decisions
    .filter((row) => asOf === undefined || row.decidedAt.slice(0, 10) <= asOf)
    .toSorted((a, b) => compareText(a.decidedAt, b.decidedAt) || compareText(a.id, b.id));
  // Later ones overwrite earlier ones.
  const latest = indexBy(counted, (row) => storedById.get(row.findingId)?.findingKey);
  return findings.map((finding) => {
    const decision = latest.get(finding.key) ?? null;
    if (decision === null || decision.action === "reopen")
      return { ...finding, state: "open", decision: null, reopened: false };
    const isSame = hasSameFigures(finding, storedById.get(decision.findingId));
    return { ...finding, state: isSame ? "accepted" : "open", decision, reopened: !isSame };
  });
}

function hasSameFigures(finding: Finding, stored: StoredFinding | undefined): boolean {
  const figures = stored && readFigures(stored.figuresJson);
  return figures !== undefined && steadyFigures(figures) === steadyFigures(finding.figures);
}
