import type { ValueStyle } from "../../indicators/value.ts";
import type { FundingSource } from "../../model/project.ts";
import type { Page } from "../form.ts";

/**
 * A version of the office's papers, as data: what stands where, what it is called, and how values are printed. In texts
 * `{year}`, `{from}` and `{to}` stand for the budget year and the first and last year of the project.
 */
export type Template = Readonly<{
  id: string;
  name: string;
  targets: TargetsTemplate;
  budget: BudgetTemplate;
  schedule: ScheduleTemplate;
}>;

export type Orientation = Page["orientation"];

export type TargetsTemplate = Readonly<{
  title: string;
  yearLine: string;
  orientation: Orientation;
  /** Widths of the grid's columns; the spans below add up to their number in every row. */
  columns: readonly number[];
  head: readonly (readonly HeadField[])[];
  funding: FundingBlock;
  goals: GoalsBlock;
  indicators: IndicatorsBlock;
  valueStyle: ValueStyle;
  /** What must not be blank when the paper is handed in. */
  required: readonly (ProjectField | GoalField)[];
}>;

export type ProjectField =
  | "name"
  | "category"
  | "nature"
  | "departmentName"
  | "implementingName"
  | "startDate"
  | "endDate";
export type GoalField = "overallGoal" | "annualGoal";

export type HeadField = Readonly<{
  label: string;
  field: ProjectField;
  labelSpan: number;
  valueSpan: number;
}>;

export type FundingItem = Readonly<{ label: string; kind: FundingSource["kind"] }>;

export type FundingBlock = Readonly<{
  label: string;
  labelSpan: number;
  /** Columns of: label and amount over the project's life, label and amount of the year. */
  spans: readonly [number, number, number, number];
  rows: readonly Readonly<{ total: FundingItem | null; annual: FundingItem | null }>[];
}>;

export type GoalsBlock = Readonly<{
  label: string;
  labelSpan: number;
  goals: readonly Readonly<{ label: string; field: GoalField; span: number }>[];
}>;

export type IndicatorsBlock = Readonly<{
  label: string;
  labelSpan: number;
  /** First level, second level, name, value. */
  headings: readonly Readonly<{ label: string; span: number }>[];
  /** First and second levels in the order in which the paper has them; others follow. */
  levels: readonly Readonly<{ level1: string; level2: readonly string[] }>[];
}>;

export type SheetColumn<Key extends string> = Readonly<{
  key: Key;
  heading: string;
  width: number;
  /** A heading that this column shares with its neighbour. */
  over?: string;
}>;

export type BudgetColumn =
  | "seq"
  | "name"
  | "economicCode"
  | "economicName"
  | "payMode"
  | "quantity"
  | "unitName"
  | "unitPrice"
  | "periods"
  | "amount"
  | "basis"
  | "procurementType"
  | "note";

export type BudgetTemplate = Readonly<{
  title: string;
  yearLine: string;
  orientation: Orientation;
  columns: readonly SheetColumn<BudgetColumn>[];
  signatures: readonly string[];
}>;

export type ScheduleColumn =
  | "label"
  | "period"
  | "earliestDate"
  | "dueDate"
  | "amount"
  | "deduction"
  | "invoiced"
  | "paid"
  | "remaining"
  | "status"
  | "findings";

export type ScheduleTemplate = Readonly<{
  title: string;
  yearLine: string;
  orientation: Orientation;
  columns: readonly SheetColumn<ScheduleColumn>[];
  signatures: readonly string[];
}>;
