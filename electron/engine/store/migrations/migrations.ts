import type { Database } from "better-sqlite3";
import { createContractTables } from "./0001-contracts.ts";
import { createCheckTables, createFilingTables } from "./0001-filings.ts";
import { createInvoiceTables } from "./0001-invoices.ts";
import { createOfficeTables } from "./0001-office.ts";
import { createPaymentTables } from "./0001-payments.ts";
import { createProjectTables } from "./0001-projects.ts";
import { createTriggers } from "./0001-triggers.ts";
import { createSecondShape } from "./0002-second.ts";
import { createThirdShape } from "./0003-third.ts";

export type Migration = Readonly<{ version: number; describe: string; up: (database: Database) => void }>;

/** In order and without gaps. What was shipped stays as it is; changes come as a new number. */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    describe: "the first shape of the ledger",
    up: (database) => {
      createOfficeTables(database);
      createProjectTables(database);
      createContractTables(database);
      createInvoiceTables(database);
      createPaymentTables(database);
      createCheckTables(database);
      createFilingTables(database);
      createTriggers(database);
    },
  },
  {
    version: 2,
    describe: "supplies, devices, prices, milestones, bonds, steps of a payment, attachments, holidays",
    up: createSecondShape,
  },
  {
    version: 3,
    describe: "papers that wait for an invoice, templates, papers brought in, submissions, monitoring",
    up: createThirdShape,
  },
];

export const latestVersion = (of: readonly Migration[] = migrations): number => of.at(-1)?.version ?? 0;
