import type { IsoDate } from "../kernel/dates.ts";
import type { Invoice } from "../model/invoice.ts";
import type { FiscalYear } from "../model/office.ts";
import type { Payment } from "../model/payment.ts";
import type { BudgetLine, Project } from "../model/project.ts";
import { type WorkCalendar, workCalendar } from "../schedule/workingDays.ts";
import { type BudgetFacts, budgetFactsOf } from "./budgetFacts.ts";
import { type ContractFact, contractFactsOf, type InstalmentFact } from "./contractFacts.ts";
import type { FactRows } from "./factRows.ts";
import { compareText, type Groups, groupBy, indexBy, lazyGroups } from "./indexing.ts";
import { type InvoiceFacts, invoiceFactsOf } from "./invoiceFacts.ts";
import { type OwnUnits, ownUnitsOf, type VendorNames, vendorNamesOf } from "./partyNames.ts";
import { type PaymentFact, paymentFactsOf } from "./paymentFacts.ts";

/** One payment's part in an invoice, an instalment or a contract. */
export type UseBy<Of> = Readonly<{ payment: PaymentFact; use: PaymentUse<Of> }>;
type PaymentUse<Of> = Readonly<{ of: Of; cents: PaymentFact["row"]["amountCents"] }>;

/**
 * The ledger as it stood on a day, with its indexes. What happened later does not count: payments requested or paid,
 * acceptances, adjustments, approvals, supplements signed and invoices issued after `asOf`. What was voided never
 * counts: voiding corrects a mistake, whenever it was noticed.
 */
export type Facts = Readonly<{
  asOf: IsoDate;
  rows: FactRows;
  projects: ReadonlyMap<Project["id"], Project>;
  years: ReadonlyMap<number, FiscalYear>;
  budgetLines: ReadonlyMap<BudgetLine["id"], BudgetLine>;
  budget: BudgetFacts;
  ownUnits: OwnUnits;
  vendorNames: VendorNames;
  /** Which days are worked, by the days off that were entered. */
  calendar: WorkCalendar;
  /** By contract number. */
  contracts: readonly ContractFact[];
  contractsById: ReadonlyMap<string, ContractFact>;
  instalmentsById: ReadonlyMap<string, InstalmentFact>;
  invoices: InvoiceFacts;
  /** In the order in which they count. */
  payments: readonly PaymentFact[];
  paymentsById: ReadonlyMap<Payment["id"], PaymentFact>;
  paymentsOfContract: Groups<ContractFact, PaymentFact>;
  /** With what payments of other contracts give to its instalments, and without what its own give to those of others. */
  usesOfContract: Groups<ContractFact, UseBy<ContractFact>>;
  usesOfInvoice: Groups<Invoice, UseBy<Invoice>>;
  usesOfInstalment: Groups<InstalmentFact, UseBy<InstalmentFact>>;
}>;

export function buildFacts(rows: FactRows, asOf: IsoDate): Facts {
  const contracts = contractFactsOf(rows, asOf).toSorted(
    (a, b) => compareText(a.row.contractNo, b.row.contractNo) || compareText(a.row.id, b.row.id),
  );
  const contractsById = indexBy(contracts, (contract) => contract.row.id as string);
  const instalmentsById = indexBy(
    contracts.flatMap((contract) => contract.instalments),
    (instalment) => instalment.row.id as string,
  );
  const invoices = invoiceFactsOf(rows.invoice, asOf);
  const budgetLines = indexBy(rows.budgetLine, (row) => row.id);
  const payments = paymentFactsOf(rows.payment, {
    asOf,
    allocations: rows.allocation,
    contracts: contractsById,
    instalments: instalmentsById,
    invoices: invoices.byId,
    budgetLines,
  });
  const usesOf = <Of>(pick: (payment: PaymentFact) => readonly PaymentUse<Of>[]) =>
    lazyGroups(() => {
      const uses: UseBy<Of>[] = [];
      for (const payment of payments) for (const use of pick(payment)) uses.push({ payment, use });
      return groupBy(uses, ({ use }) => use.of);
    });
  return {
    asOf,
    rows,
    projects: indexBy(rows.project, (row) => row.id),
    years: indexBy(rows.fiscalYear, (row) => row.year),
    budgetLines,
    budget: budgetFactsOf(rows, asOf, contracts, payments),
    ownUnits: ownUnitsOf(rows.ownUnit, rows.ownUnitName),
    vendorNames: vendorNamesOf(rows.vendor, rows.vendorName),
    calendar: workCalendar(rows.holiday),
    contracts,
    contractsById,
    instalmentsById,
    invoices,
    payments,
    paymentsById: indexBy(payments, (payment) => payment.row.id),
    paymentsOfContract: lazyGroups(() => groupBy(payments, (payment) => payment.contract)),
    usesOfContract: usesOf((payment) => payment.contractUses),
    usesOfInvoice: usesOf((payment) => payment.invoiceUses),
    usesOfInstalment: usesOf((payment) => payment.instalmentUses),
  };
}

/** The rows with a payment that is still being written, in place of what is stored of it. */
export function withDraft(rows: FactRows, payment: Payment, allocations: FactRows["allocation"]): FactRows {
  return {
    ...rows,
    payment: [...rows.payment.filter((row) => row.id !== payment.id), payment],
    allocation: [...rows.allocation.filter((row) => row.paymentId !== payment.id), ...allocations],
  };
}
