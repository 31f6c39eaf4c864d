import type { FindingView } from "#shared/api/checks.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { canonicalJson } from "#shared/kernel/canonicalJson.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { checkLedger } from "#shared/rules/check.ts";
import { withDecisions } from "#shared/rules/decisions.ts";
import type { Finding } from "#shared/rules/finding.ts";
import { ruleName } from "#shared/rules/registry.ts";
import type { Context } from "../context.ts";
import { decidedFindings } from "../store/checks.ts";
import { newId } from "../store/newId.ts";
import { insertRow } from "../store/rows.ts";
import type { ReadableLedger } from "../store/types.ts";

/** Findings with what was decided on them: one accepted earlier opens again when its figures have moved. */
export async function decided(
  ledger: ReadableLedger,
  findings: readonly Finding[],
  asOf?: IsoDate,
): Promise<readonly FindingView[]> {
  const stored = await decidedFindings(ledger);
  return withDecisions(findings, stored.findings, stored.decisions, asOf).map(({ decision, ...finding }) => ({
    ...finding,
    ruleName: ruleName(finding.ruleId),
    decision: decision && {
      reason: decision.reason,
      decidedBy: decision.decidedBy,
      decidedAt: decision.decidedAt,
    },
  }));
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
