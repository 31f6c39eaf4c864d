import { z } from "zod";
import * as field from "./fields.ts";

export const severities = ["block", "warn", "hint"] as const;
export type Severity = (typeof severities)[number];

/** What this office set for a rule: another severity, off, or other parameters. */
export const ruleSetting = z.strictObject({
  id: field.id,
  ruleId: field.name,
  severity: z.enum([...severities, "off"]).nullable(),
  paramsJson: field.json,
});
export type RuleSetting = Readonly<z.infer<typeof ruleSetting>>;

/**
 * A finding as it stood when it was decided on. `findingKey` names the rule and the objects and so stays the same while
 * the figures move; `figuresJson` tells whether they moved since.
 */
export const finding = z.strictObject({
  id: field.id,
  findingKey: field.name,
  ruleId: field.name,
  severity: z.enum(severities),
  message: field.text,
  remedy: field.text,
  subjectsJson: field.json,
  figuresJson: field.json,
  seenAt: field.instant,
});
export type StoredFinding = Readonly<z.infer<typeof finding>>;

/** 处理意见: accepted with a reason by a person, or opened again. The latest one for a finding counts. */
export const decision = z.strictObject({
  id: field.id,
  findingId: field.id,
  action: z.enum(["accept", "reopen"]),
  reason: field.name,
  decidedBy: field.name,
  decidedAt: field.instant,
});
export type Decision = Readonly<z.infer<typeof decision>>;
