import type { FindingView } from "#shared/api/checks.ts";
import { isOnMoney, isOnPapers } from "#shared/filings/checkup.ts";
import type { SubmissionReport } from "#shared/forms/submissionReport.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Project } from "#shared/model/project.ts";
import { decided } from "../checks/decisions.ts";
import type { Context } from "../context.ts";

/** What the check finds in the papers of a project, decided on or not. */
export async function submissionFindings(
  context: Context,
  project: Project,
): Promise<readonly FindingView[]> {
  const facts = await context.facts();
  const found = await context.check(facts, { projectId: project.id });
  return decided(context.ledger, facts, found.filter(isOnPapers));
}

/** Papers with these are not handed in: mended, or accepted with a reason first. */
export const isBlocking = (finding: FindingView): boolean =>
  finding.state === "open" && (finding.severity === "block" || isOnMoney(finding));

/** Fails with `refused` while something blocks the submission; says all of it. */
export function refuseBlocked(findings: readonly FindingView[]): void {
  const blocking = findings.filter(isBlocking);
  if (blocking.length === 0) return;
  throw new UserError({
    code: "refused",
    message: `还有 ${blocking.length} 个问题妨碍报送：${blocking
      .map(({ message, ruleId }) => `${message}（${ruleId}）`)
      .join("")}`,
    hint: `${[...new Set(blocking.map(({ remedy }) => remedy))].join("")}确需照此报送的，请先逐条写明理由认可。`,
    details: { findings: blocking.map(({ key }) => key).join("\n") },
  });
}

export const reportedFindings = (findings: readonly FindingView[]): SubmissionReport["findings"] =>
  findings.map(({ ruleId, severity, message, remedy, state, decision }) => ({
    ruleId,
    severity,
    message,
    remedy,
    accepted:
      state === "accepted" && decision !== null
        ? { reason: decision.reason, by: decision.decidedBy, at: decision.decidedAt }
        : null,
  }));
