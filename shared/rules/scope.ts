import { yearOf } from "../kernel/dates.ts";
import type { Invoice } from "../model/invoice.ts";
import type { BudgetLine, Project } from "../model/project.ts";
import { plainName } from "../text/plainName.ts";
import type { ContractFact } from "./contractFacts.ts";
import type { Facts } from "./facts.ts";
import { plainCode } from "./partyNames.ts";
import type { PaymentFact } from "./paymentFacts.ts";

/** The objects that a check looks at; what surrounds them it finds in the facts. */
export type Scope = Readonly<{
  projects: readonly Project[];
  budgetLines: readonly BudgetLine[];
  contracts: readonly ContractFact[];
  payments: readonly PaymentFact[];
  invoices: readonly Invoice[];
}>;

/** Which part of a ledger to check; all of it when nothing is said. */
export type LedgerFilter = Readonly<{ projectCode?: string; projectId?: string; fiscalYear?: number }>;

export function ledgerScope(facts: Facts, filter: LedgerFilter = {}): Scope {
  const { projectCode, projectId, fiscalYear } = filter;
  const invoices = facts.rows.invoice.filter((invoice) => invoice.issueDate <= facts.asOf);
  if (projectCode === undefined && projectId === undefined && fiscalYear === undefined) {
    const { contracts, payments } = facts;
    return {
      projects: facts.rows.project,
      budgetLines: facts.rows.budgetLine,
      contracts,
      payments,
      invoices,
    };
  }
  const projects = facts.rows.project.filter(
    (project) =>
      (projectCode === undefined || project.code === projectCode) &&
      (projectId === undefined || project.id === projectId) &&
      (fiscalYear === undefined || project.fiscalYear === fiscalYear),
  );
  const ids = new Set<string>(projects.map((project) => project.id));
  const contracts = facts.contracts.filter((contract) => ids.has(contract.row.projectId));
  const isPart = projectCode !== undefined || projectId !== undefined;
  const mayBeFor = isPart ? sellerTest(contracts) : () => true;
  return {
    projects,
    contracts,
    budgetLines: facts.rows.budgetLine.filter((line) => ids.has(line.projectId)),
    payments: facts.payments.filter((payment) => ids.has(payment.row.projectId)),
    invoices: invoices.filter((invoice) => {
      const uses = facts.usesOfInvoice.of(invoice);
      if (uses.length > 0) return uses.some(({ payment }) => ids.has(payment.row.projectId));
      // Nobody said yet what an unused invoice is for: it may be for what its seller has a contract for.
      return (fiscalYear === undefined || yearOf(invoice.issueDate) === fiscalYear) && mayBeFor(invoice);
    }),
  };
}

function sellerTest(contracts: readonly ContractFact[]): (invoice: Invoice) => boolean {
  const vendors = contracts.map((contract) => contract.vendor).filter((vendor) => vendor !== undefined);
  const ids = new Set(vendors.map((vendor) => vendor.id));
  const codes = new Set(vendors.map((vendor) => plainCode(vendor.creditCode)).filter((code) => code !== ""));
  const names = new Set(vendors.map((vendor) => plainName(vendor.name)));
  return (invoice) =>
    (invoice.vendorId !== null && ids.has(invoice.vendorId)) ||
    codes.has(plainCode(invoice.sellerTaxId)) ||
    names.has(plainName(invoice.sellerName));
}

/** A payment with its invoices and its contract. What is wrong with the project's papers is not the payment's matter. */
export function paymentScope(facts: Facts, paymentId: PaymentFact["row"]["id"]): Scope {
  const payment = facts.paymentsById.get(paymentId);
  if (payment === undefined)
    return { projects: [], budgetLines: [], contracts: [], payments: [], invoices: [] };
  return {
    projects: [],
    budgetLines: [],
    contracts: payment.contractUses.map((use) => use.of),
    payments: [payment],
    invoices: payment.invoiceUses.map((use) => use.of),
  };
}
