import { z } from "zod";
import { label, list, span, width } from "./shapes.ts";

/** The shapes of 绩效运行监控表 and 财政项目支出绩效自评表 in a template. Their grids have one column for each of `columns`. */

const fundKind = z.enum(["sum", "currentAppropriation", "carryOver", "other"]);
const headKey = z.enum(["name", "category", "departmentName", "implementingName"]);

/** Above the indicators: what the project is, and its money. */
const upperPart = {
  title: label,
  /** `{year}`, and in a monitoring sheet `{month}`. */
  yearLine: label,
  orientation: z.enum(["portrait", "landscape"]),
  head: list(list(z.strictObject({ label, field: headKey, labelSpan: span, valueSpan: span }))),
  signatures: z.array(label).readonly(),
} as const;

const fundingOf = <Key extends string>(keys: readonly [Key, ...Key[]]) =>
  z.strictObject({
    label,
    labelSpan: span,
    nameSpan: span,
    columns: list(z.strictObject({ key: z.enum(keys), label, span })),
    rows: list(z.strictObject({ label, kind: fundKind })),
  });

const columnsOf = <Key extends string>(keys: readonly [Key, ...Key[]]) =>
  z.strictObject({
    label,
    /** The width of the first column, which says what the block is. */
    labelWidth: width,
    columns: list(z.strictObject({ key: z.enum(keys), heading: label, width, over: label.optional() })),
  });

export const monitoringTemplate = z.strictObject({
  ...upperPart,
  funding: fundingOf(["initial", "executed", "rate", "expected"]),
  goal: z.strictObject({ label, labelSpan: span }),
  indicators: columnsOf([
    "level1",
    "level2",
    "name",
    "target",
    "actual",
    "expected",
    "hindrance",
    "reason",
    "outlook",
    "note",
  ]),
  /** 完成目标可能性, from sure to not; and the kinds of reasons, each a column of its own where there are such columns. */
  outlooks: list(label),
  hindrances: list(label),
  remarks: z.strictObject({ problems: label, measures: label, labelSpan: span }),
});

export const selfEvaluationTemplate = z.strictObject({
  ...upperPart,
  funding: fundingOf(["initial", "budget", "executed", "weight", "rate", "score"]),
  goal: z.strictObject({ label, labelSpan: span, expected: label, expectedSpan: span, result: label }),
  indicators: columnsOf(["level1", "level2", "name", "target", "actual", "weight", "score", "reason"]),
  total: label,
  /** The highest first; the last one from 0. */
  grades: list(z.strictObject({ label, from: z.number().min(0).max(100) })),
  remarks: z.strictObject({ execution: label, problems: label, measures: label, labelSpan: span }),
});

export type MonitoringTemplate = Readonly<z.infer<typeof monitoringTemplate>>;
export type SelfEvaluationTemplate = Readonly<z.infer<typeof selfEvaluationTemplate>>;
export type MonitoringColumn = MonitoringTemplate["indicators"]["columns"][number];
export type EvaluationColumn = SelfEvaluationTemplate["indicators"]["columns"][number];
