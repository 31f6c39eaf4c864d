import { documentVersion, type LedgerDocument } from "#shared/model/ledger.ts";
import { acceptances } from "./acceptances.ts";
import { approvals } from "./approvals.ts";
import { attachmentContents, attachments } from "./attachments.ts";
import { importBatches, importRows } from "./batches.ts";
import { budgetLines, economicCodes } from "./budget.ts";
import { contracts } from "./contracts.ts";
import { devices } from "./devices.ts";
import { holidays } from "./holidays.ts";
import { indicators } from "./indicators.ts";
import { instalments } from "./instalments.ts";
import { invoiceLines, invoices } from "./invoices.ts";
import { narrativeSections } from "./narrative.ts";
import { needIssues, needs } from "./needs.ts";
import { fiscalYears, ownUnitNames, ownUnits, settings } from "./office.ts";
import { paymentSteps } from "./paymentSteps.ts";
import { allocations, payments } from "./payments.ts";
import { fundingSources, policyBases, projects } from "./project.ts";
import { rentalSegments, rentals } from "./rentals.ts";
import { staff } from "./staff.ts";
import { vendorAccounts, vendorNames, vendors } from "./vendors.ts";

/** The sample office as a whole ledger, the same every time. Amounts are integer 分. */
export const sampleDocument = (): LedgerDocument => ({
  format: "jingfei-ledger",
  version: documentVersion,
  tables: {
    ownUnit: [...ownUnits],
    ownUnitName: [...ownUnitNames],
    fiscalYear: [...fiscalYears],
    setting: [...settings],
    economicCode: [...economicCodes],
    project: [...projects],
    narrativeSection: [...narrativeSections],
    policyBasis: [...policyBases],
    fundingSource: [...fundingSources],
    budgetLine: [...budgetLines],
    budgetAdjustment: [],
    indicator: [...indicators],
    indicatorActual: [],
    monitoring: [],
    vendor: [...vendors],
    vendorName: [...vendorNames],
    vendorAccount: [...vendorAccounts],
    contract: [...contracts],
    supplement: [],
    rental: [...rentals],
    rentalSegment: [...rentalSegments],
    instalment: [...instalments],
    acceptance: [...acceptances],
    importBatch: [...importBatches],
    invoice: [...invoices],
    invoiceLine: [...invoiceLines],
    importRow: [...importRows],
    payment: [...payments],
    approval: [...approvals],
    allocation: [...allocations],
    ruleSetting: [],
    finding: [],
    decision: [],
    filing: [],
    submission: [],
    filingVersion: [],
    filingFile: [],
    broughtPaper: [],
    formTemplate: [],
    holiday: [...holidays],
    staff: [...staff],
    projectName: [],
    selfEvaluation: [],
    quarterPlan: [],
    contractPrice: [],
    milestone: [],
    bondMovement: [],
    device: [...devices],
    measuredItem: [],
    paymentStep: [...paymentSteps],
    need: [...needs],
    needIssue: [...needIssues],
    attachmentContent: [...attachmentContents],
    attachment: [...attachments],
    changeLog: [],
  },
});
