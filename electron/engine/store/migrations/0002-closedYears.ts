import type { Database } from "better-sqlite3";
import { createClosedYearTriggers, createTrigger, raise } from "./0001-triggers.ts";

/**
 * What of a closed year stays as it is, beside its budget and its payments, which the first shape saw to. Open on purpose,
 * as it is written after the year is over or belongs to none:
 * - `indicatorActual`, `selfEvaluation`, `filing`, `filingVersion`, `finding`, `decision`, the attachments of a project:
 *   绩效自评, 决算 and what an audit asks are answered in the year after;
 * - `bondMovement`: bonds go back when they are due; `needIssue`: what was bought is handed out when it is needed;
 * - the status, risk and blue number of an invoice: later lists tell of 红冲;
 * - vendors, own units, staff, imports, settings: they are of no year.
 */
export function createClosedYears(database: Database): void {
  createClosedYearTriggers(database, yearOf);
  createPaidInvoiceTrigger(database);
}

type Row = "new" | "old";

const ofProject = (id: string): string => `(select fiscalYear from project where id = ${id})`;
const ofContract = (id: string): string =>
  `(select fiscalYear from project join contract on contract.projectId = project.id where contract.id = ${id})`;
const ofPayment = (id: string): string =>
  `(select fiscalYear from project join payment on payment.projectId = project.id where payment.id = ${id})`;
const ofRental = (id: string): string => ofContract(`(select contractId from rental where id = ${id})`);
const ofInstalment = (id: string): string =>
  ofContract(`(select contractId from instalment where id = ${id})`);
const ofLine = (id: string): string => ofProject(`(select projectId from budgetLine where id = ${id})`);

/** It is of the narrowest thing that it is about: next year's payment may rest on a contract of this one. */
const ofApproval = (row: string): string =>
  `coalesce(${ofPayment(`${row}.paymentId`)}, ${ofContract(`${row}.contractId`)}, ${ofProject(`${row}.projectId`)})`;

/** A closed year in which a live payment uses an invoice; none for most. */
const closedYearOfInvoice = (id: string): string =>
  `(select fiscalYear.year from allocation join payment on payment.id = allocation.paymentId
      join project on project.id = payment.projectId join fiscalYear on fiscalYear.year = project.fiscalYear
      where allocation.invoiceId = ${id} and payment.voidedAt is null and fiscalYear.state = 'closed' limit 1)`;

/** It has one owner, so at most one of these is a year. */
const ofAttachment = (row: Row): string =>
  `coalesce(${[
    ofPayment(`${row}.paymentId`),
    ofContract(`${row}.contractId`),
    ofContract(`(select contractId from supplement where id = ${row}.supplementId)`),
    ofContract(`(select contractId from acceptance where id = ${row}.acceptanceId)`),
    `(select ${ofApproval("approval")} from approval where id = ${row}.approvalId)`,
    closedYearOfInvoice(`${row}.invoiceId`),
  ].join(", ")})`;

const yearOf: Readonly<Record<string, (row: Row) => string>> = {
  projectName: (row) => ofProject(`${row}.projectId`),
  narrativeSection: (row) => ofProject(`${row}.projectId`),
  policyBasis: (row) => ofProject(`${row}.projectId`),
  indicator: (row) => ofProject(`${row}.projectId`),
  need: (row) => ofProject(`${row}.projectId`),
  quarterPlan: (row) => ofLine(`${row}.budgetLineId`),
  contract: (row) => ofProject(`${row}.projectId`),
  supplement: (row) => ofContract(`${row}.contractId`),
  contractPrice: (row) => ofContract(`${row}.contractId`),
  milestone: (row) => ofContract(`${row}.contractId`),
  rental: (row) => ofContract(`${row}.contractId`),
  rentalSegment: (row) => ofRental(`${row}.rentalId`),
  device: (row) => ofRental(`${row}.rentalId`),
  instalment: (row) => ofContract(`${row}.contractId`),
  measuredItem: (row) => ofInstalment(`${row}.instalmentId`),
  acceptance: (row) => ofContract(`${row}.contractId`),
  approval: ofApproval,
  attachment: ofAttachment,
  paymentStep: (row) => ofPayment(`${row}.paymentId`),
  invoiceLine: (row) => closedYearOfInvoice(`${row}.invoiceId`),
};

/** What an invoice says was paid stays; an update that writes the same again, such as an undo of 红冲, changes nothing. */
function createPaidInvoiceTrigger(database: Database): void {
  const isOther = ["netCents", "taxCents", "grossCents"].map(
    (column) => `old.${column} is not new.${column}`,
  );
  createTrigger(
    database,
    "invoice_year_update",
    `before update of netCents, taxCents, grossCents on invoice when ${isOther.join(" or ")}`,
    [
      `${raise("paidInClosedYear", "year", "new.id")} from (select ${closedYearOfInvoice("new.id")} as year)
  where year is not null`,
    ],
  );
}
