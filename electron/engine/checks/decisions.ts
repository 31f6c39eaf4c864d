import type { FindingView } from "#shared/api/checks.ts";
import type { ApiParsed } from "#shared/api/contract.ts";
import { canonicalJson } from "#shared/kernel/canonicalJson.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { beyondSums } from "#shared/payments/beyondSums.ts";
import { withDecisions } from "#shared/rules/decisions.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Finding } from "#shared/rules/finding.ts";
import { ruleArea, ruleName } from "#shared/rules/registry.ts";
import type { Context } from "../context.ts";
import { decidedFindings } from "../store/checks.ts";
import { newId } from "../store/newId.ts";
import { insertRow } from "../store/rows.ts";
import type { ReadableLedger, WritableLedger } from "../store/types.ts";

/** Findings of these facts with what was decided on them: one accepted earlier opens again when its figures have moved. */
export async function decided(
  ledger: ReadableLedger,
  facts: Facts,
  findings: readonly Finding[],
  asOf?: IsoDate,
): Promise<readonly FindingView[]> {
  const stored = await decidedFindings(ledger);
  const isFinal = beyondSums(facts);
  return withDecisions(findings, stored.findings, stored.decisions, asOf).map(({ decision, ...finding }) => ({
    ...finding,
    ruleName: ruleName(finding.ruleId),
    area: ruleArea(finding.ruleId),
    ...(isFinal(finding) && { final: true as const }),
    decision: decision && {
      reason: decision.reason,
      decidedBy: decision.decidedBy,
      decidedAt: decision.decidedAt,
    },
  }));
}

/** 处理意见: keeps the finding as it stands now with who decided what about it, and why. */
export async function decide(context: Context, input: ApiParsed<"checks.decide">): Promise<void> {
  const { findingKey, action, reason, by } = input;
  const finding = await findingOf(context, findingKey);
  await context.write(action === "accept" ? "接受问题" : "重新打开问题", (tx) =>
    keep(tx, finding, { action, reason, by, at: context.clock.now() }),
  );
}

/** Accepts many findings for one reason. Fails with `refused` when one of them is 阻断: nothing is accepted then. */
export async function acceptMany(
  context: Context,
  { findingKeys, reason, by }: ApiParsed<"checks.acceptMany">,
): Promise<void> {
  const wanted = new Set(findingKeys);
  const all = await context.check(await context.facts());
  const findings = all.filter(({ key }) => wanted.has(key));
  if (findings.length < wanted.size) throw gone();
  const blocking = findings.find(({ severity }) => severity === "block");
  if (blocking !== undefined) {
    throw new UserError({
      code: "refused",
      message: `勾选的问题中有阻断的，不能成批认可：${blocking.message}`,
      hint: "阻断的问题请逐条写明理由。",
    });
  }
  await context.write("成批接受问题", async (tx) => {
    for (const finding of findings)
      await keep(tx, finding, { action: "accept", reason, by, at: context.clock.now() });
  });
}

/** The finding as it stands now. Fails with `not-found` when nothing is wrong any more. */
export async function findingOf(context: Context, key: string): Promise<Finding> {
  const findings = await context.check(await context.facts());
  const finding = findings.find((row) => row.key === key);
  if (finding === undefined) throw gone();
  return finding;
}

export const gone = (): UserError =>
  new UserError({ code: "not-found", message: "这个问题已经不存在。", hint: "请重新核对。" });

type Opinion = Readonly<{ action: "accept" | "reopen"; reason: string; by: string; at: string }>;

async function keep(
  tx: WritableLedger,
  finding: Finding,
  { action, reason, by, at }: Opinion,
): Promise<void> {
  const stored = await insertRow(tx, "finding", {
    id: newId(),
    findingKey: finding.key,
    ruleId: finding.ruleId,
    severity: finding.severity,
    message: finding.message,
    remedy: finding.remedy,
    subjectsJson: canonicalJson(finding.subjects),
    figuresJson: canonicalJson(finding.figures),
    seenAt: at,
  });
  await insertRow(tx, "decision", {
    id: newId(),
    findingId: stored.id,
    action,
    reason,
    decidedBy: by,
    decidedAt: at,
  });
}
