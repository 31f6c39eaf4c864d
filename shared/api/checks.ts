import { z } from "zod";
import type { Severity } from "../model/check.ts";
import { severities } from "../model/check.ts";
import * as field from "../model/fields.ts";
import type { RuleEntry, RuleParamEntry } from "../rules/catalogue.ts";
import type { Finding } from "../rules/finding.ts";
import { route } from "./route.ts";

export type FindingView = Finding &
  Readonly<{
    ruleName: string;
    state: "open" | "accepted";
    decision: Readonly<{ reason: string; decidedBy: string; decidedAt: string }> | null;
    /** It was accepted before, and its figures moved since. */
    reopened: boolean;
  }>;

export type CheckSummary = Readonly<Record<Severity, number>>;

export type CheckResult = Readonly<{
  asOf: string;
  findings: readonly FindingView[];
  /** Open findings only. */
  summary: CheckSummary;
}>;

export type RuleParamView = RuleParamEntry;
export type RuleView = RuleEntry;

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
  "checks.rules": route<readonly RuleView[]>()(z.strictObject({})),
  "checks.saveRule": route<readonly RuleView[]>()(
    z.strictObject({
      ruleId: z.string(),
      severity: z.enum([...severities, "off"]).nullable(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
} as const;
