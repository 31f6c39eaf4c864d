import type { Api } from "#shared/api/contract.ts";
import type { Desk } from "./desk.ts";
import { agreementHandlers } from "./handlers/agreements.ts";
import { approvalHandlers } from "./handlers/approvals.ts";
import { attachmentHandlers } from "./handlers/attachments.ts";
import { auditHandlers } from "./handlers/audit.ts";
import { budgetHandlers } from "./handlers/budget.ts";
import { checkHandlers } from "./handlers/checks.ts";
import { contractHandlers } from "./handlers/contracts.ts";
import { dueHandlers } from "./handlers/due.ts";
import { filingHandlers } from "./handlers/filings.ts";
import { historyHandlers } from "./handlers/history.ts";
import { holidayHandlers } from "./handlers/holidays.ts";
import { invoiceLifeHandlers } from "./handlers/invoiceLife.ts";
import { invoiceHandlers } from "./handlers/invoices.ts";
import { ledgerHandlers } from "./handlers/ledger.ts";
import { matchingHandlers } from "./handlers/matching.ts";
import { needHandlers } from "./handlers/needs.ts";
import { officeHandlers } from "./handlers/office.ts";
import { paperHandlers } from "./handlers/papers.ts";
import { paymentImportHandlers } from "./handlers/paymentImport.ts";
import { paymentHandlers } from "./handlers/payments.ts";
import { performanceHandlers } from "./handlers/performance.ts";
import { projectHandlers } from "./handlers/projects.ts";
import { rentalHandlers } from "./handlers/rentals.ts";
import { rollOverHandlers } from "./handlers/rollOver.ts";
import { submissionHandlers } from "./handlers/submissions.ts";
import { templateHandlers } from "./handlers/templates.ts";
import { vendorHandlers } from "./handlers/vendors.ts";
import { yearHandlers } from "./handlers/years.ts";
import { pingHandlers } from "./ping.ts";
import type { Handlers } from "./serve.ts";

/** What the engine answers: one handler for every route of the contract, or it does not compile. */
export const createHandlers = (desk: Desk): Handlers<Api> => ({
  ...pingHandlers,
  ...ledgerHandlers(desk),
  ...officeHandlers(desk),
  ...projectHandlers(desk),
  ...rollOverHandlers(desk),
  ...performanceHandlers(desk),
  ...budgetHandlers(desk),
  ...yearHandlers(desk),
  ...dueHandlers(desk),
  ...contractHandlers(desk),
  ...agreementHandlers(desk),
  ...rentalHandlers(desk),
  ...needHandlers(desk),
  ...vendorHandlers(desk),
  ...attachmentHandlers(desk),
  ...paperHandlers(desk),
  ...approvalHandlers(desk),
  ...holidayHandlers(desk),
  ...invoiceHandlers(desk),
  ...invoiceLifeHandlers(desk),
  ...matchingHandlers(desk),
  ...paymentHandlers(desk),
  ...paymentImportHandlers(desk),
  ...checkHandlers(desk),
  ...historyHandlers(desk),
  ...filingHandlers(desk),
  ...templateHandlers(desk),
  ...submissionHandlers(desk),
  ...auditHandlers(desk),
});
