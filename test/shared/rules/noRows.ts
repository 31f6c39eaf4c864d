import type { FactRows } from "#shared/rules/factRows.ts";

type LaterTables = Pick<
  FactRows,
  | "setting"
  | "holiday"
  | "staff"
  | "projectName"
  | "selfEvaluation"
  | "monitoring"
  | "narrativeSection"
  | "policyBasis"
  | "quarterPlan"
  | "indicatorActual"
  | "milestone"
  | "bondMovement"
  | "device"
  | "need"
  | "needIssue"
  | "filedPaper"
  | "filing"
  | "filingVersion"
  | "formTemplate"
  | "importConflict"
  | "invoiceGoods"
  | "broughtPaper"
>;

/** The tables that few tests look at, without a row. */
export const noRows: LaterTables = {
  setting: [],
  holiday: [],
  staff: [],
  projectName: [],
  selfEvaluation: [],
  monitoring: [],
  narrativeSection: [],
  policyBasis: [],
  quarterPlan: [],
  indicatorActual: [],
  milestone: [],
  bondMovement: [],
  device: [],
  need: [],
  needIssue: [],
  filedPaper: [],
  filing: [],
  filingVersion: [],
  formTemplate: [],
  importConflict: [],
  invoiceGoods: [],
  broughtPaper: [],
};
