import type { Id } from "../kernel/id.ts";
import type {
  BudgetLine,
  FundingSource,
  Indicator,
  IndicatorActual,
  Monitoring,
  NarrativeSection,
  Project,
  SelfEvaluation,
} from "../model/project.ts";
import type { FundingItem } from "./templates/template.ts";

/**
 * Where the ledger keeps what stands in a place of a paper, so that it can be changed from there: what it is a field of,
 * that record's id, and the field. What is worked out, such as a total, has none. Data for whoever shows a paper on a
 * screen; files are written without looking at it.
 */
export type FieldSource = Readonly<{
  entity: SourceEntity;
  /**
   * Of the project for `project`, `funding`, `monitoring` and `evaluation`; of the indicator for `actual`, whose own row may
   * still have to be made; else of the record itself.
   */
  id: Id;
  /** A column of the record; of `funding` scope and kind, such as `annual.carryOver`. */
  field: string;
}>;

export type SourceEntity = keyof Fields;

type Fields = Readonly<{
  project: keyof Project;
  narrativeSection: keyof NarrativeSection;
  funding: `${FundingSource["scope"]}.${FundingItem["kind"]}`;
  budgetLine: keyof BudgetLine;
  indicator: keyof Indicator;
  /** `hindrances` are in its `hindrancesJson`. */
  actual: keyof IndicatorActual | "hindrances";
  monitoring: keyof Monitoring;
  evaluation: keyof SelfEvaluation;
}>;

export const sourceOf = <Entity extends SourceEntity>(
  entity: Entity,
  id: Id,
  field: Fields[Entity],
): FieldSource => ({ entity, id, field });

/** One word for each place, to find it again after it was changed. */
export const sourceKey = ({ entity, id, field }: FieldSource): string => `${entity} ${id} ${field}`;
