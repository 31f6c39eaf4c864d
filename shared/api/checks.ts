import { z } from "zod";
import type { Severity } from "../model/check.ts";
import { severities } from "../model/check.ts";
import * as field from "../model/fields.ts";
import type { RuleEntry, RuleParamEntry } from "../rules/catalogue.ts";
import type { Finding } from "../rules/finding.ts";
import type { RuleArea } from "../rules/rule.ts";
import { route } from "./route.ts";

export type FindingView = Finding &
  Readonly<{
    ruleName: string;
    area: RuleArea | null;
    state: "open" | "accepted";
    decision: Readonly<{ reason: string; decidedBy: string; decidedAt: string }> | null;
    /** It was accepted before, and its figures moved since. */
    reopened: boolean;
    /** No reason opens it: the ledger does not take such a sum. */
    final?: true;
  }>;

export type CheckSummary = Readonly<Record<Severity, number>>;

export type CheckResult = Readonly<{
  asOf: string;
  findings: readonly FindingView[];
  /** Open findings only. */
  summary: CheckSummary;
}>;

export type RuleParamView = RuleParamEntry;
/** A rule, and who set it last to something else than its default. */
export type RuleView = RuleEntry & Readonly<{ changed: Readonly<{ by: string; at: string }> | null }>;

export const checkRoutes = {
  "checks.run": route<CheckResult>()(
    z.strictObject({
      fiscalYear: field.fiscalYear,
      projectId: field.id.nullable(),
      asOf: field.date.nullable(),
    }),
  ),
  "checks.decide": route<null>()(
    z.strictObject({
      findingKey: z.string(),
      action: z.enum(["accept", "reopen"]),
      reason: z.string().trim().min(2, "请写明理由"),
      by: z.string().trim().min(1, "请填写姓名"),
    }),
  ),
  // One reason for many: of 阻断 each is to be looked at by itself.
  "checks.acceptMany": route<null>()(
    z.strictObject({
      findingKeys: z.array(z.string()).min(1, "请先勾选问题"),
      reason: z.string().trim().min(2, "请写明理由"),
      by: z.string().trim().min(1, "请填写姓名"),
    }),
  ),
  "checks.mend": route<null>()(z.strictObject({ findingKey: z.string() })),
  "checks.mendMany": route<null>()(z.strictObject({ findingKeys: z.array(z.string()).min(1) })),
  "checks.rules": route<readonly RuleView[]>()(z.strictObject({})),
  "checks.saveRule": route<readonly RuleView[]>()(
    z.strictObject({
      ruleId: z.string(),
      severity: z.enum([...severities, "off"]).nullable(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
} as const;
