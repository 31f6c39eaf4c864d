import { agreementRoutes } from "./agreements.ts";
import { approvalRoutes } from "./approvals.ts";
import { attachmentRoutes } from "./attachments.ts";
import { auditRoutes } from "./audit.ts";
import { budgetRoutes } from "./budget.ts";
import { checkRoutes } from "./checks.ts";
import { contractRoutes } from "./contracts.ts";
import { dueRoutes } from "./due.ts";
import { engineRoutes } from "./engine.ts";
import { filingRoutes } from "./filings.ts";
import { historyRoutes } from "./history.ts";
import { holidayRoutes } from "./holidays.ts";
import { invoiceLifeRoutes } from "./invoiceLife.ts";
import { invoiceRoutes } from "./invoices.ts";
import { ledgerRoutes } from "./ledger.ts";
import { matchingRoutes } from "./matching.ts";
import { needRoutes } from "./needs.ts";
import { officeRoutes } from "./office.ts";
import { paperRoutes } from "./papers.ts";
import { paymentImportRoutes } from "./paymentImport.ts";
import { paymentRoutes } from "./payments.ts";
import { performanceRoutes } from "./performance.ts";
import { projectRoutes } from "./projects.ts";
import { rentalRoutes } from "./rentals.ts";
import { rollOverRoutes } from "./rollOver.ts";
import type { InputOf, OutputOf, ParsedInputOf } from "./route.ts";
import { submissionRoutes } from "./submissions.ts";
import { templateRoutes } from "./templates.ts";
import { vendorRoutes } from "./vendors.ts";
import { yearRoutes } from "./years.ts";

/** All that the window may ask of the engine. A missing or wrong handler does not compile. */
export const api = {
  ...engineRoutes,
  ...ledgerRoutes,
  ...officeRoutes,
  ...projectRoutes,
  ...rollOverRoutes,
  ...performanceRoutes,
  ...budgetRoutes,
  ...yearRoutes,
  ...dueRoutes,
  ...contractRoutes,
  ...agreementRoutes,
  ...rentalRoutes,
  ...needRoutes,
  ...vendorRoutes,
  ...attachmentRoutes,
  ...paperRoutes,
  ...approvalRoutes,
  ...holidayRoutes,
  ...invoiceRoutes,
  ...invoiceLifeRoutes,
  ...matchingRoutes,
  ...paymentRoutes,
  ...paymentImportRoutes,
  ...checkRoutes,
  ...historyRoutes,
  ...filingRoutes,
  ...templateRoutes,
  ...submissionRoutes,
  ...auditRoutes,
} as const;

export type Api = typeof api;
export type RouteName = keyof Api;
export type ApiInput<Name extends RouteName> = InputOf<Api[Name]>;
export type ApiParsed<Name extends RouteName> = ParsedInputOf<Api[Name]>;
export type ApiOutput<Name extends RouteName> = OutputOf<Api[Name]>;
