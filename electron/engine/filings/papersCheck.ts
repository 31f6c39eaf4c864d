import type { Checkup } from "#shared/api/bring.ts";
import type { FindingView } from "#shared/api/checks.ts";
import { checkedPapers, groupByPaper, isBlocking, isOnPapers } from "#shared/filings/checkup.ts";
import type { SubmissionReport } from "#shared/forms/submissionReport.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import { decided } from "../checks/decisions.ts";
import type { Context } from "../context.ts";
import { projectIn } from "../scope.ts";

/**
 * 申报体检: what is wrong with the papers of a project, by paper, with what was decided on it. The one check there is:
 * what it finds blocking keeps the papers from being handed in, and what it says goes out with them.
 */
export async function checkPapers(context: Context, projectId: Id): Promise<Checkup> {
  const facts = await context.facts();
  const project = projectIn(facts, projectId);
  const found = (await context.check(facts, { projectId })).filter(isOnPapers);
  const findings = await decided(context.ledger, facts, found);
  const brought = new Map(facts.texts.broughtOf(project).map(({ name, id }) => [name, id]));
  const groups = groupByPaper(findings).map((group) => ({
    ...group,
    broughtId: brought.get(group.paper) ?? null,
  }));
  const named = new Set(groups.map(({ paper }) => paper));
  return {
    groups,
    clean: [...checkedPapers, ...brought.keys()].filter((paper) => !named.has(paper)),
    blocking: findings.filter(isBlocking).length,
  };
}

export const findingsOf = ({ groups }: Checkup): readonly FindingView[] =>
  groups.flatMap(({ findings }) => findings);

/** Fails with `refused` while something keeps the papers from being handed in; says all of it. */
export function refuseBlocked(checkup: Checkup): void {
  const blocking = findingsOf(checkup).filter(isBlocking);
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

export const reportedFindings = (checkup: Checkup): SubmissionReport["findings"] =>
  findingsOf(checkup).map(({ ruleId, severity, message, remedy, state, decision }) => ({
    ruleId,
    severity,
    message,
    remedy,
    accepted:
      state === "accepted" && decision !== null
        ? { reason: decision.reason, by: decision.decidedBy, at: decision.decidedAt }
        : null,
  }));
