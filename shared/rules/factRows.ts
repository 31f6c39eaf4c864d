import type { Row } from "../model/ledger.ts";
import type { DerivedRows } from "./derivedRows.ts";

/** The tables that the rule check reads whole. What it needs of larger ones is in derivedRows.ts. */
export const factTables = [
  "ownUnit",
  "ownUnitName",
  "fiscalYear",
  "setting",
  "economicCode",
  "holiday",
  "staff",
  "project",
  "projectName",
  "selfEvaluation",
  "monitoring",
  "narrativeSection",
  "policyBasis",
  "fundingSource",
  "budgetLine",
  "budgetAdjustment",
  "quarterPlan",
  "indicator",
  "indicatorActual",
  "vendor",
  "vendorName",
  "vendorAccount",
  "contract",
  "supplement",
  "milestone",
  "bondMovement",
  "rental",
  "rentalSegment",
  "device",
  "instalment",
  "acceptance",
  "approval",
  "invoice",
  "payment",
  "allocation",
  "need",
  "needIssue",
  "filing",
  "filingVersion",
  "ruleSetting",
  "formTemplate",
] as const;

export type FactTable = (typeof factTables)[number];

export type TableRows = { readonly [Table in FactTable]: readonly Row<Table>[] };

/**
 * Everything the rule check needs, as rows of the ledger. Rows that were voided are left out, and so are the rows that
 * belong to them.
 */
export type FactRows = TableRows & DerivedRows;
