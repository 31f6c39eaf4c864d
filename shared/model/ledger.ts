import { z } from "zod";
import { attachment, attachmentContent } from "./attachment.ts";
import { decision, finding, ruleSetting } from "./check.ts";
import {
  acceptance,
  approval,
  bondMovement,
  contract,
  contractPrice,
  device,
  instalment,
  measuredItem,
  milestone,
  rental,
  rentalSegment,
  supplement,
  vendor,
  vendorAccount,
  vendorName,
} from "./contract.ts";
import {
  broughtPaper,
  changeLog,
  filing,
  filingFile,
  filingVersion,
  formTemplate,
  submission,
} from "./filing.ts";
import { importBatch, importRow, invoice, invoiceLine } from "./invoice.ts";
import { need, needIssue, staff } from "./need.ts";
import { economicCode, fiscalYear, holiday, ownUnit, ownUnitName, setting } from "./office.ts";
import { allocation, payment, paymentStep } from "./payment.ts";
import {
  budgetAdjustment,
  budgetLine,
  fundingSource,
  indicator,
  indicatorActual,
  monitoring,
  narrativeSection,
  policyBasis,
  project,
  projectName,
  quarterPlan,
  selfEvaluation,
} from "./project.ts";

/**
 * Every table of the ledger and the shape of its rows, parents before children: the order in which a ledger can be
 * filled without breaking a reference. Columns, dump and types all come from here.
 */
export const tables = {
  ownUnit,
  ownUnitName,
  fiscalYear,
  setting,
  economicCode,
  holiday,
  formTemplate,
  staff,
  project,
  projectName,
  selfEvaluation,
  narrativeSection,
  policyBasis,
  fundingSource,
  budgetLine,
  budgetAdjustment,
  quarterPlan,
  indicator,
  indicatorActual,
  monitoring,
  vendor,
  vendorName,
  vendorAccount,
  contract,
  supplement,
  contractPrice,
  milestone,
  bondMovement,
  rental,
  rentalSegment,
  device,
  instalment,
  measuredItem,
  acceptance,
  importBatch,
  invoice,
  invoiceLine,
  payment,
  paymentStep,
  importRow,
  approval,
  allocation,
  need,
  needIssue,
  attachmentContent,
  attachment,
  ruleSetting,
  finding,
  decision,
  filing,
  submission,
  filingVersion,
  filingFile,
  broughtPaper,
  changeLog,
} as const;

export type TableName = keyof typeof tables;
export type Row<Table extends TableName> = Readonly<z.infer<(typeof tables)[Table]>>;
export type LedgerTables = { [Table in TableName]: z.infer<(typeof tables)[Table]> };

export const tableNames = Object.keys(tables) as readonly TableName[];

const rowsOf = Object.fromEntries(Object.entries(tables).map(([table, row]) => [table, z.array(row)])) as {
  [Table in TableName]: z.ZodArray<(typeof tables)[Table]>;
};

/** The number of the shape below; a later shape reads the earlier ones. */
export const documentVersion = 3;

/** A whole ledger as one JSON document: what `dump` writes and `load` reads. Amounts are integer 分. */
export const ledgerDocument = z.strictObject({
  format: z.literal("jingfei-ledger"),
  version: z.literal(documentVersion),
  tables: z.strictObject(rowsOf),
});
export type LedgerDocument = z.infer<typeof ledgerDocument>;
