import { addCents, subtractCents, sumCents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Invoice } from "../model/invoice.ts";
import type { Allocation, Payment } from "../model/payment.ts";
import type { BudgetLine } from "../model/project.ts";
import type { ContractFact, InstalmentFact } from "./contractFacts.ts";
import { impliedUses } from "./impliedUses.ts";
import { type Groups, groupBy, type Lookup } from "./indexing.ts";
import type { Ordered } from "./paymentOrder.ts";
import { type Share, type Tallies, tallies, type Use } from "./tally.ts";

export type PaymentFact = Readonly<{
  row: Payment;
  /** Its place among all, to be compared and not counted. See `Ordered`. */
  order: number;
  /** As the day asked for saw it: a payment paid later was still only approved. */
  state: Payment["state"];
  isPaid: boolean;
  /** The day it was paid; for all others the day asked for, as if it were paid now. */
  payDate: IsoDate;
  allocations: readonly Allocation[];
  contract: ContractFact | undefined;
  contractUses: readonly Use<ContractFact>[];
  /** By allocation, and for what is not allocated by 所属期. */
  instalmentUses: readonly Use<InstalmentFact>[];
  invoiceUses: readonly Use<Invoice>[];
  /** What was used of the line, and of the project, before it: `budget.lineUsedBefore`, `budget.projectUsedBefore`. */
  lineUse: Share<BudgetLine> | undefined;
}>;

export type PaymentLookups = Readonly<{
  asOf: IsoDate;
  contractsById: ReadonlyMap<string, ContractFact>;
  instalmentsById: Lookup<string, InstalmentFact>;
  invoices: Readonly<{ byId: Lookup<Invoice["id"], Invoice> }>;
  budgetLines: ReadonlyMap<string, BudgetLine>;
}>;

type Used = Readonly<{
  contract: Tallies<ContractFact>;
  instalment: Tallies<InstalmentFact>;
  invoice: Tallies<Invoice>;
}>;

/**
 * Payments, given in order, each with what it uses and what was used before it. They may be a part of all, as long as no
 * payment left out has a contract or an invoice in common with them.
 */
export function paymentFactsOf(
  payments: readonly Ordered[],
  allocations: readonly Allocation[],
  lookups: PaymentLookups,
): readonly PaymentFact[] {
  const { asOf, instalmentsById, invoices } = lookups;
  const named: Named = {
    allocationsOf: groupBy(allocations, (row) => row.paymentId).of,
    instalmentOf: ({ instalmentId }) =>
      instalmentId === null ? undefined : instalmentsById.get(instalmentId),
    invoiceOf: ({ invoiceId }) => {
      const invoice = invoiceId === null ? undefined : invoices.byId.get(invoiceId);
      // An invoice issued later was linked later.
      return invoice === undefined || invoice.issueDate > asOf ? undefined : invoice;
    },
  };
  const used: Used = { contract: tallies(), instalment: tallies(), invoice: tallies() };
  return payments.map((payment) => paymentFact(payment, named, used, lookups));
}

/** What the allocations name. */
type Named = Readonly<{
  allocationsOf: Groups<Payment["id"], Allocation>["of"];
  instalmentOf: (part: Allocation) => InstalmentFact | undefined;
  invoiceOf: (part: Allocation) => Invoice | undefined;
}>;

function paymentFact(
  { row, order, state, payDate }: Ordered,
  { allocationsOf, instalmentOf, invoiceOf }: Named,
  used: Used,
  { contractsById, budgetLines }: PaymentLookups,
): PaymentFact {
  const allocations = allocationsOf(row.id);
  const explicit = shares(allocations, instalmentOf);
  const contract =
    (row.contractId === null ? undefined : contractsById.get(row.contractId)) ?? explicit[0]?.of.contract;
  const implied = impliedUses(row, contract, explicit, used.instalment.of);
  const line = lineOf(row, contract, budgetLines);
  const as = countsAs({ row, state });
  return {
    row,
    order,
    state,
    isPaid: state === "paid",
    payDate,
    allocations,
    contract,
    contractUses: take(used.contract, contractShares(row, contract, explicit), as),
    instalmentUses: take(used.instalment, addShares(explicit, implied), as),
    invoiceUses: take(used.invoice, shares(allocations, invoiceOf), as),
    lineUse: line && { of: line, cents: row.amountCents },
  };
}

function take<Of>(
  tally: Tallies<Of>,
  parts: readonly Share<Of>[],
  as: ReturnType<typeof countsAs>,
): readonly Use<Of>[] {
  // Mapped and not pushed: lists of one are kept for every payment, and a push makes room for a dozen.
  return parts.map(({ of, cents }) => ({ of, cents, before: tally.add(of, cents, as) }));
}

/** The line that a payment burdens: its own, else that of its contract where both are of one project. */
function lineOf(
  { budgetLineId, projectId }: Payment,
  contract: ContractFact | undefined,
  lines: PaymentLookups["budgetLines"],
): BudgetLine | undefined {
  if (budgetLineId !== null) return lines.get(budgetLineId);
  const line = contract === undefined ? undefined : lines.get(contract.row.budgetLineId);
  return line?.projectId === projectId ? line : undefined;
}

/** How a payment counts for those after it. Money that is only asked back is not back, and counts for nothing yet. */
export function countsAs({ row, state }: Pick<PaymentFact, "row" | "state">): "bound" | "open" | undefined {
  if (row.amountCents < 0 && state !== "paid") return undefined;
  return state === "paid" || state === "approved" ? "bound" : "open";
}

const none: readonly never[] = [];

/** What allocations give to each thing, in the order in which they name it. */
function shares<Of>(
  allocations: readonly Allocation[],
  ofPart: (allocation: Allocation) => Of | undefined,
): readonly Share<Of>[] {
  const [first] = allocations;
  // Most payments have one; see `take`.
  if (first !== undefined && allocations.length === 1) {
    const of = ofPart(first);
    return of === undefined ? none : [{ of, cents: first.amountCents }];
  }
  const found: Share<Of>[] = [];
  for (const part of allocations) {
    const of = ofPart(part);
    if (of !== undefined) found.push({ of, cents: part.amountCents });
  }
  return found.length < 2 ? found : addShares([], found);
}

/** Shares of the same thing become one. There are a dozen at most, so looking through them is quickest. */
function addShares<Of>(left: readonly Share<Of>[], right: readonly Share<Of>[]): readonly Share<Of>[] {
  if (right.length === 0) return left;
  const sums = [...left];
  for (const share of right) {
    const at = sums.findIndex((known) => known.of === share.of);
    const known = sums[at];
    if (known === undefined) sums.push(share);
    else sums[at] = { of: share.of, cents: addCents(known.cents, share.cents) };
  }
  return sums;
}

/** The whole payment belongs to its contract, save what is allocated to instalments of others. */
function contractShares(
  row: Payment,
  contract: ContractFact | undefined,
  explicit: readonly Share<InstalmentFact>[],
): readonly Share<ContractFact>[] {
  if (contract === undefined) return [];
  if (explicit.every((share) => share.of.contract === contract))
    return [{ of: contract, cents: row.amountCents }];
  const others = explicit.filter((share) => share.of.contract !== contract);
  const elsewhere = addShares(
    [],
    others.map((share) => ({ of: share.of.contract, cents: share.cents })),
  );
  const own = subtractCents(row.amountCents, sumCents(elsewhere.map((share) => share.cents)));
  return [...elsewhere, { of: contract, cents: own }];
}
