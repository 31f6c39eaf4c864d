import type { OwnUnit } from "../../model/office.ts";
import type { BudgetLine, FundingSource, Indicator, Project } from "../../model/project.ts";

/** What the papers of a project are built from: rows of the ledger that are not voided, and names for their codes. */
export type ProjectPaper = Readonly<{
  project: Project;
  /** Names in force on the day the paper is for. */
  departmentName: string;
  implementingName: string;
  funding: readonly FundingSource[];
  budgetLines: readonly BudgetLine[];
  /** Money was moved between the lines since; the sheets show the budget as it was filed all the same. */
  isAdjusted?: boolean;
  indicators: readonly Indicator[];
  /** Names of economic codes, by code. */
  economicNames: ReadonlyMap<string, string>;
  /** Of the unit that carries the project out: the government's economic codes differ by it. An 机关 when left out. */
  unitNature?: OwnUnit["nature"];
}>;
