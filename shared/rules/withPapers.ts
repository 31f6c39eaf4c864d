import type { Id } from "../kernel/id.ts";
import { contractFactsOf } from "./contractFacts.ts";
import type { FactRows } from "./factRows.ts";
import { contractIndexes, type Facts, factsOf, type Papers, registersOf } from "./facts.ts";
import { type Exchange, patchLookup } from "./indexing.ts";
import { exchangePayments, neighbours } from "./neighbours.ts";
import { vendorNamesOf } from "./partyNames.ts";
import { type PaymentFact, paymentFactsOf } from "./paymentFacts.ts";
import { changedRows, type RowChanges } from "./rowChanges.ts";

/**
 * The facts with any rows but payments and allocations exchanged: those of `rows`, at the price of the contracts and
 * invoices that changed and of the payments that have to do with them. All others keep their facts.
 */
export function withPapers(facts: Facts, rows: FactRows, changes: RowChanges): Facts {
  const contractIds = families(rows, touchedContracts(facts, changes));
  const papers = papersWith(facts, rows, changes, contractIds);
  const start = touchedPayments(facts, changes, contractIds);
  const near = neighbours(facts, [...start, ...anew(start, papers)]);
  const gone = [...new Set([...start, ...near])].sort((a, b) => a.order - b.order);
  return factsOf(papers, exchangePayments(facts, { gone, come: anew(gone, papers) }));
}

/** The same payments by what the papers say now. */
const anew = (payments: readonly PaymentFact[], papers: Papers): readonly PaymentFact[] =>
  paymentFactsOf(
    payments,
    payments.flatMap((payment) => payment.allocations),
    papers,
  );

/** Contracts of which a row changed, before or after. */
function touchedContracts({ rows, contractsOfVendor }: Facts, changes: RowChanges): ReadonlySet<Id> {
  const rentalIds = new Set(changedRows(changes, "rentalSegment").map((row) => row.rentalId));
  const rentals = rentalIds.size === 0 ? [] : rows.rental.filter((row) => rentalIds.has(row.id));
  const ids = [
    ...changedRows(changes, "contract").flatMap((row) => [row.id, row.parentContractId]),
    ...[
      ...rentals,
      ...changedRows(changes, "rental"),
      ...changedRows(changes, "supplement"),
      ...changedRows(changes, "instalment"),
      ...changedRows(changes, "acceptance"),
      ...changedRows(changes, "approval"),
    ].map((row) => row.contractId),
    ...changedRows(changes, "vendor").flatMap(({ id }) => contractsOfVendor.of(id).map(({ row }) => row.id)),
  ];
  return new Set(ids.filter((id) => id !== null));
}

/** With those they were called off from or renew, and so on: the facts of a contract hold those of its children. */
function families({ contract }: FactRows, ids: ReadonlySet<Id>): ReadonlySet<Id> {
  const found = new Set(ids);
  const children = contract.filter((row) => row.parentContractId !== null);
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const { id, parentContractId } of children) {
      if (parentContractId === null) continue;
      if (found.has(id)) found.add(parentContractId);
      if (found.has(parentContractId)) found.add(id);
    }
  }
  return found;
}

/** Payments that name what changed: they, and who shares something with them, count anew. */
function touchedPayments(
  facts: Facts,
  changes: RowChanges,
  contractIds: ReadonlySet<Id>,
): readonly PaymentFact[] {
  const { contractsById, paymentsById, paymentsOfContract, usesOfContract, budget, rows } = facts;
  const contracts = [...contractIds].map((id) => contractsById.get(id)).filter((fact) => fact !== undefined);
  const invoiceIds = new Set(changedRows(changes, "invoice").map((row) => row.id));
  // By allocations: an invoice that was not yet issued on the day is used by nobody, and named all the same.
  const parts =
    invoiceIds.size === 0
      ? []
      : rows.allocation.filter(({ invoiceId }) => invoiceId !== null && invoiceIds.has(invoiceId));
  return [
    ...contracts.flatMap((contract) => paymentsOfContract.of(contract)),
    ...contracts.flatMap((contract) => usesOfContract.of(contract).map(({ payment }) => payment)),
    ...parts.map(({ paymentId }) => paymentsById.get(paymentId)).filter((payment) => payment !== undefined),
    ...changedRows(changes, "budgetLine").flatMap(({ id }) => [
      ...budget.linePayments(id),
      ...budget.lineContracts(id).flatMap((contract) => paymentsOfContract.of(contract)),
    ]),
  ];
}

function papersWith(facts: Facts, rows: FactRows, changes: RowChanges, contractIds: ReadonlySet<Id>): Papers {
  const names = [...changedRows(changes, "vendor"), ...changedRows(changes, "vendorName")];
  return {
    asOf: facts.asOf,
    rows,
    ...registersOf(rows),
    ...contractsWith(facts, rows, contractIds),
    vendorNames: names.length === 0 ? facts.vendorNames : vendorNamesOf(rows.vendor, rows.vendorName),
    invoices: exchanged(facts.invoices, changes.invoice),
    goodsOf: exchanged(facts.goodsOf, changes.invoiceGoods),
    filed: exchanged(facts.filed, changes.filedPaper),
  };
}

const exchanged = <Item, Part extends Readonly<{ exchange: (exchange: Exchange<Item>) => Part }>>(
  part: Part,
  exchange: Exchange<Item> | undefined,
): Part => (exchange === undefined ? part : part.exchange(exchange));

type ContractPapers = Pick<Papers, "contracts" | "contractsById" | "contractsOfVendor" | "instalmentsById">;

function contractsWith(facts: Facts, rows: FactRows, ids: ReadonlySet<Id>): ContractPapers {
  const { contracts, contractsById, contractsOfVendor, instalmentsById, asOf } = facts;
  if (ids.size === 0) return { contracts, contractsById, contractsOfVendor, instalmentsById };
  const before = contracts.filter(({ row }) => ids.has(row.id));
  const now = contractFactsOf(rowsOfContracts(rows, ids), asOf);
  const gone = before.flatMap((contract) => contract.instalments);
  const come = now.flatMap((contract) => contract.instalments);
  return {
    ...contractIndexes([...contracts.filter(({ row }) => !ids.has(row.id)), ...now]),
    instalmentsById: patchLookup(
      instalmentsById,
      new Map([
        ...gone.map(({ row }) => [row.id, undefined] as const),
        ...come.map((instalment) => [instalment.row.id, instalment] as const),
      ]),
    ),
  };
}

/** What facts of some contracts are made of. */
function rowsOfContracts(rows: FactRows, ids: ReadonlySet<Id>): FactRows {
  const own = <Part extends Readonly<{ contractId: Id | null }>>(parts: readonly Part[]): readonly Part[] =>
    parts.filter(({ contractId }) => contractId !== null && ids.has(contractId));
  return {
    ...rows,
    contract: rows.contract.filter((row) => ids.has(row.id)),
    supplement: own(rows.supplement),
    rental: own(rows.rental),
    instalment: own(rows.instalment),
    acceptance: own(rows.acceptance),
    approval: own(rows.approval),
  };
}
