import type { ApiParsed } from "#shared/api/contract.ts";
import type { FindingView } from "#shared/api/checks.ts";
import { canonicalJson } from "#shared/kernel/canonicalJson.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { checkLedger } from "#shared/rules/check.ts";
import { figuresHash } from "#shared/rules/figuresHash.ts";
import type { Finding } from "#shared/rules/finding.ts";
import { ruleName } from "#shared/rules/registry.ts";
import type { Context } from "../context.ts";
import { type DecidedFinding, latestDecisions } from "../store/checks.ts";
import { newId } from "../store/newId.ts";
import { insertRow } from "../store/rows.ts";
import type { ReadableLedger } from "../store/types.ts";

/** Findings with what was decided on them: one accepted earlier opens again when its figures have moved. */
export async function decided(
  ledger: ReadableLedger,
  findings: readonly Finding[],
): Promise<readonly FindingView[]> {
  const latest = await latestDecisions(ledger);
  return findings.map((finding) => findingView(finding, latest.get(finding.key)));
}

function findingView(finding: Finding, known: DecidedFinding | undefined): FindingView {
  const base = { ...finding, ruleName: ruleName(finding.ruleId) };
  if (known === undefined || known.decision.action === "reopen") {
    return { ...base, state: "open", decision: null, reopened: false };
  }
  const { reason, decidedBy, decidedAt } = known.decision;
  const decision = { reason, decidedBy, decidedAt };
  const holds = known.finding.figuresHash === figuresHash(finding);
  return { ...base, state: holds ? "accepted" : "open", decision, reopened: !holds };
}

/** 处理意见: keeps the finding as it stands now with who decided what about it, and why. */
export async function decide(context: Context, input: ApiParsed<"checks.decide">): Promise<void> {
  const facts = await context.facts();
  const finding = checkLedger(facts).find((row) => row.key === input.findingKey);
  if (finding === undefined) {
    throw new UserError({ code: "not-found", message: "这个问题已经不存在。", hint: "请重新核对。" });
  }
  await context.write(input.action === "accept" ? "接受问题" : "重新打开问题", async (tx) => {
    const stored = await insertRow(tx, "finding", {
      id: newId(),
      findingKey: finding.key,
      figuresHash: figuresHash(finding),
      ruleId: finding.ruleId,
      severity: finding.severity,
      message: finding.message,
      remedy: finding.remedy,
      subjectsJson: canonicalJson(finding.subjects),
      figuresJson: canonicalJson(finding.figures),
      seenAt: context.clock.now(),
    });
    await insertRow(tx, "decision", {
      id: newId(),
      findingId: stored.id,
      action: input.action,
      reason: input.reason,
      decidedBy: input.by,
      decidedAt: context.clock.now(),
    });
  });
}
