import type { Id } from "../kernel/id.ts";

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

export type SourceEntity =
  | "project"
  | "narrativeSection"
  | "funding"
  | "budgetLine"
  | "indicator"
  | "actual"
  | "monitoring"
  | "evaluation";

/** One word for each place, to find it again after it was changed. */
export const sourceKey = ({ entity, id, field }: FieldSource): string => `${entity} ${id} ${field}`;
