import { z } from "zod";
import { decision, finding, ruleSetting } from "./check.ts";
import {
  acceptance,
  approval,
  contract,
  instalment,
  rental,
  rentalSegment,
  supplement,
  vendor,
  vendorAccount,
  vendorName,
} from "./contract.ts";
import { changeLog, filing, filingVersion } from "./filing.ts";
import { importBatch, importRow, invoice, invoiceLine } from "./invoice.ts";
import { economicCode, fiscalYear, ownUnit, ownUnitName, setting } from "./office.ts";
import { allocation, payment } from "./payment.ts";
import {
  budgetAdjustment,
  budgetLine,
  fundingSource,
  indicator,
  indicatorActual,
  narrativeSection,
  policyBasis,
  project,
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
  project,
  narrativeSection,
  policyBasis,
  fundingSource,
  budgetLine,
  budgetAdjustment,
  indicator,
  indicatorActual,
  vendor,
  vendorName,
  vendorAccount,
  contract,
  supplement,
  rental,
  rentalSegment,
  instalment,
  acceptance,
  importBatch,
  invoice,
  invoiceLine,
  importRow,
  payment,
  approval,
  allocation,
  ruleSetting,
  finding,
  decision,
  filing,
  filingVersion,
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
export const documentVersion = 1;

/** A whole ledger as one JSON document: what `dump` writes and `load` reads. Amounts are integer 分. */
export const ledgerDocument = z.strictObject({
  format: z.literal("jingfei-ledger"),
  version: z.literal(documentVersion),
  tables: z.strictObject(rowsOf),
});
export type LedgerDocument = z.infer<typeof ledgerDocument>;
