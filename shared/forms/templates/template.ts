import { z } from "zod";
import { ledgerSheetShapes } from "./ledgerSheets.ts";
import { monitoringTemplate, selfEvaluationTemplate } from "./performance.ts";
import { label, list, orientation, span, tableTemplate, width } from "./shapes.ts";

/**
 * A version of the office's papers, as data: what stands where, what it is called, and how values are printed. In texts
 * `{year}`, `{from}` and `{to}` stand for the budget year and the first and last year of the project. A template of the
 * office's own is such a value too, kept in the ledger as JSON, so the shape is checked when it is read.
 */

const fundingKind = z.enum(["sum", "fiscal", "currentAppropriation", "carryOver", "other"]);

const projectField = z.enum([
  "name",
  "category",
  "nature",
  "departmentName",
  "implementingName",
  "startDate",
  "endDate",
]);
const goalField = z.enum(["overallGoal", "annualGoal"]);

const headField = z.strictObject({ label, field: projectField, labelSpan: span, valueSpan: span });
const fundingItem = z.strictObject({ label, kind: fundingKind });

const fundingBlock = z.strictObject({
  label,
  labelSpan: span,
  /** Columns of: label and amount over the project's life, label and amount of the year. */
  spans: z.tuple([span, span, span, span]).readonly(),
  rows: list(z.strictObject({ total: fundingItem.nullable(), annual: fundingItem.nullable() })),
});

const goalsBlock = z.strictObject({
  label,
  labelSpan: span,
  goals: list(z.strictObject({ label, field: goalField, span })),
});

const indicatorsBlock = z.strictObject({
  label,
  labelSpan: span,
  /** First level, second level, name, value. */
  headings: list(z.strictObject({ label, span })),
  /** First and second levels in the order in which the paper has them; others follow. */
  levels: list(
    z.strictObject({
      level1: label,
      level2: list(label),
      /** Second levels that must each have an indicator; of the others of a first level any one will do. */
      needed: z.array(label).readonly(),
    }),
  ),
});

const valueStyle = z.strictObject({
  /** `plain`: 100%; `bracketed`: 100.00(%). */
  percent: z.enum(["plain", "bracketed"]),
  /** Whether 985米 keeps its `=`. */
  equalsBeforeUnits: z.boolean(),
});

const targetsTemplate = z.strictObject({
  title: label,
  /** Of the same sheet as it is filled in before it is declared. */
  fillTitle: label,
  yearLine: label,
  orientation,
  /** Widths of the grid's columns; the spans below add up to their number in every row. */
  columns: list(width),
  head: list(list(headField)),
  funding: fundingBlock,
  goals: goalsBlock,
  indicators: indicatorsBlock,
  valueStyle,
  /** What must not be blank when the paper is handed in. */
  required: z.array(z.union([projectField, goalField])).readonly(),
});

export const budgetColumns = [
  "seq",
  "name",
  "economicCode",
  "economicName",
  "governmentCode",
  "governmentName",
  "payMode",
  "quantity",
  "unitName",
  "unitPrice",
  "periods",
  "amount",
  "basis",
  "procurementType",
  "note",
] as const;

const fonts = z.strictObject({ song: label, hei: label, title: label, fang: label, kai: label });

const narrativeTemplate = z.strictObject({
  /** `{name}` is the project's name. */
  title: label,
  /** In their order, with what the official form says is to be written there. */
  headings: list(z.strictObject({ heading: label, instruction: z.string() })),
});

export const templateShape = z.strictObject({
  id: label,
  name: label,
  /** The first budget year that new projects get it for. */
  fromYear: z.int().min(2000).max(2100),
  fonts,
  narrative: narrativeTemplate,
  targets: targetsTemplate,
  budget: tableTemplate(budgetColumns),
  ...ledgerSheetShapes,
  monitoring: monitoringTemplate,
  selfEvaluation: selfEvaluationTemplate,
});
export type Template = Readonly<z.infer<typeof templateShape>>;

export type Orientation = z.infer<typeof orientation>;
export type TargetsTemplate = Readonly<z.infer<typeof targetsTemplate>>;
export type ProjectField = z.infer<typeof projectField>;
export type GoalField = z.infer<typeof goalField>;
export type HeadField = Readonly<z.infer<typeof headField>>;
export type FundingItem = Readonly<z.infer<typeof fundingItem>>;
export type FundingBlock = Readonly<z.infer<typeof fundingBlock>>;
export type GoalsBlock = Readonly<z.infer<typeof goalsBlock>>;
export type IndicatorsBlock = Readonly<z.infer<typeof indicatorsBlock>>;

export type SheetColumn<Key extends string> = Readonly<{
  key: Key;
  heading: string;
  width: number;
  over?: string | undefined;
}>;
export type BudgetColumn = (typeof budgetColumns)[number];
export type BudgetTemplate = Template["budget"];
