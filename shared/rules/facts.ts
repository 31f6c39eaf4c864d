import type { Template } from "../forms/templates/template.ts";
import { withOwnTemplates } from "../forms/templates/templates.ts";
import { compareText } from "../kernel/compareText.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Invoice } from "../model/invoice.ts";
import type { FiscalYear } from "../model/office.ts";
import type { BudgetLine, Project } from "../model/project.ts";
import { calendarOf, type WorkCalendar } from "../schedule/workingDays.ts";
import { type BudgetFacts, budgetFactsOf } from "./budgetFacts.ts";
import { type ContractFact, contractFactsOf, type InstalmentFact } from "./contractFacts.ts";
import type { InvoiceGoods } from "./derivedRows.ts";
import type { FactRows } from "./factRows.ts";
import { type FiledPapers, filedPapersOf } from "./filedPapers.ts";
import {
  type Groups,
  groupBy,
  indexBy,
  type Lookup,
  lazyGroups,
  type Register,
  registerOf,
} from "./indexing.ts";
import { type InvoiceFacts, invoiceFactsOf } from "./invoiceFacts.ts";
import { type OwnUnits, ownUnitsOf, type VendorNames, vendorNamesOf } from "./partyNames.ts";
import { paymentFactsOf } from "./paymentFacts.ts";
import { indexPayments, type PaymentIndex } from "./paymentIndex.ts";
import { inOrder } from "./paymentOrder.ts";
import { type TextFacts, textFactsOf } from "./performance/textFacts.ts";

/** What a ledger held on a day, with indexes: all of it but the payments. */
export type Papers = Readonly<{
  asOf: IsoDate;
  rows: FactRows;
  projects: ReadonlyMap<Project["id"], Project>;
  years: ReadonlyMap<number, FiscalYear>;
  budgetLines: ReadonlyMap<BudgetLine["id"], BudgetLine>;
  ownUnits: OwnUnits;
  vendorNames: VendorNames;
  /** Which days are worked, by the days off that were entered. */
  calendar: WorkCalendar;
  /** By contract number. */
  contracts: readonly ContractFact[];
  contractsById: ReadonlyMap<string, ContractFact>;
  contractsOfVendor: Groups<ContractFact["row"]["vendorId"], ContractFact>;
  instalmentsById: Lookup<string, InstalmentFact>;
  invoices: InvoiceFacts;
  /** The lines of an invoice. */
  goodsOf: Register<Invoice["id"], InvoiceGoods>;
  filed: FiledPapers;
  texts: TextFacts;
  /** 表式: those of the program and the office's own. */
  templates: readonly Template[];
}>;

/**
 * The ledger as it stood on a day, with its indexes. What happened later does not count: payments requested or paid,
 * acceptances, adjustments, approvals, supplements signed and invoices issued after `asOf`. What was voided never
 * counts: voiding corrects a mistake, whenever it was noticed. Neither does what was changed in place: which invoice a
 * payment rests on (换票, 冲销 tell their day in its steps) and the status of an invoice are as they are known now.
 */
export type Facts = Papers & PaymentIndex & Readonly<{ budget: BudgetFacts }>;

export function buildFacts(rows: FactRows, asOf: IsoDate): Facts {
  const papers = papersOf(rows, asOf);
  const payments = paymentFactsOf(inOrder(rows.payment, asOf), rows.allocation, papers);
  return factsOf(papers, indexPayments(payments));
}

/** What hangs on payments is worked out here from their index, and nowhere else: see `withPayment` and `withPapers`. */
export const factsOf = (papers: Papers, index: PaymentIndex): Facts => ({
  ...papers,
  ...index,
  budget: budgetFactsOf(papers.rows, papers.asOf, papers.contracts, index),
});

function papersOf(rows: FactRows, asOf: IsoDate): Papers {
  const contracts = contractFactsOf(rows, asOf);
  return {
    asOf,
    rows,
    ...registersOf(rows),
    ...contractIndexes(contracts),
    instalmentsById: indexBy(
      contracts.flatMap((contract) => contract.instalments),
      (instalment) => instalment.row.id as string,
    ),
    vendorNames: vendorNamesOf(rows.vendor, rows.vendorName),
    invoices: invoiceFactsOf(rows.invoice, asOf),
    goodsOf: registerOf(rows.invoiceGoods, (row) => row.invoiceId),
    filed: filedPapersOf(rows.filedPaper),
  };
}

/** What is made in no time, of tables that are small or when it is first asked for. */
export function registersOf(rows: FactRows) {
  const ownUnits = ownUnitsOf(rows.ownUnit, rows.ownUnitName);
  return {
    projects: indexBy(rows.project, (row) => row.id),
    years: indexBy(rows.fiscalYear, (row) => row.year),
    budgetLines: indexBy(rows.budgetLine, (row) => row.id),
    ownUnits,
    calendar: calendarOf(rows.holiday),
    texts: textFactsOf(rows, ownUnits),
    templates: withOwnTemplates(rows.formTemplate),
  };
}

export function contractIndexes(facts: readonly ContractFact[]) {
  const contracts = facts.toSorted(
    (a, b) => compareText(a.row.contractNo, b.row.contractNo) || compareText(a.row.id, b.row.id),
  );
  return {
    contracts,
    contractsById: indexBy(contracts, (contract) => contract.row.id as string),
    contractsOfVendor: lazyGroups(() => groupBy(contracts, ({ row }) => row.vendorId)),
  };
}
