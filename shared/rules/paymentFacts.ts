import { addCents, subtractCents, sumCents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Invoice } from "../model/invoice.ts";
import type { Allocation, Payment } from "../model/payment.ts";
import type { BudgetLine } from "../model/project.ts";
import type { ContractFact, InstalmentFact } from "./contractFacts.ts";
import { impliedUses } from "./impliedUses.ts";
import { compareText, groupBy } from "./indexing.ts";
import { type Share, type Tallies, tallies, type Use } from "./tally.ts";

export type PaymentFact = Readonly<{
  row: Payment;
  /** Its place among all: refunds, then paid, approved, pending and drafted payments, each in the order of their days. */
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
  lineUse: Use<BudgetLine> | undefined;
  projectUse: Use<Payment["projectId"]>;
}>;

type Lookups = Readonly<{
  asOf: IsoDate;
  allocations: readonly Allocation[];
  contracts: ReadonlyMap<string, ContractFact>;
  instalments: ReadonlyMap<string, InstalmentFact>;
  invoices: ReadonlyMap<string, Invoice>;
  budgetLines: ReadonlyMap<string, BudgetLine>;
}>;

type Placed = Readonly<{
  row: Payment;
  state: Payment["state"];
  payDate: IsoDate;
  rank: number;
  day: string;
}>;

const ranks = { paid: 1, approved: 2, pending: 3, draft: 4 } as const;

function place(row: Payment, asOf: IsoDate): Placed | undefined {
  const wasRequested = row.requestedOn <= asOf;
  const paidOn = row.paidOn ?? row.requestedOn;
  const isPaid = row.state === "paid" && paidOn <= asOf;
  if (!wasRequested && !isPaid) return undefined;
  const state = row.state === "paid" && !isPaid ? "approved" : row.state;
  // Money that came back counts before everything else: an excess that was refunded is mended.
  const rank = row.amountCents < 0 && isPaid ? 0 : ranks[state];
  return { row, state, payDate: isPaid ? paidOn : asOf, rank, day: isPaid ? paidOn : row.requestedOn };
}

const inOrder = (a: Placed, b: Placed): number =>
  a.rank - b.rank ||
  compareText(a.day, b.day) ||
  compareText(a.row.paymentNo, b.row.paymentNo) ||
  compareText(a.row.id, b.row.id);

/** The payments that existed on `asOf`, in order, each with what it uses and what was used before it. */
export function paymentFactsOf(payments: readonly Payment[], lookups: Lookups): readonly PaymentFact[] {
  const { asOf } = lookups;
  const allocationsOf = groupBy(lookups.allocations, (row) => row.paymentId);
  const used = {
    contract: tallies<ContractFact>(),
    instalment: tallies<InstalmentFact>(),
    invoice: tallies<Invoice>(),
    line: tallies<BudgetLine>(),
    project: tallies<Payment["projectId"]>(),
  };
  const placed: Placed[] = [];
  for (const row of payments) {
    const there = place(row, asOf);
    if (there !== undefined) placed.push(there);
  }
  return placed.sort(inOrder).map(({ row, state, payDate }, order) => {
    const allocations = allocationsOf.of(row.id);
    const explicit = shares(allocations, (part) =>
      part.instalmentId === null ? undefined : lookups.instalments.get(part.instalmentId),
    );
    const contract =
      (row.contractId === null ? undefined : lookups.contracts.get(row.contractId)) ??
      explicit[0]?.of.contract;
    const implied = impliedUses(row, contract, explicit, used.instalment.of);
    const lineId = row.budgetLineId ?? contract?.row.budgetLineId;
    const line = lineId === undefined ? undefined : lookups.budgetLines.get(lineId);
    const onInvoices = shares(allocations, (part) => {
      const invoice = part.invoiceId === null ? undefined : lookups.invoices.get(part.invoiceId);
      // An invoice issued later was linked later.
      return invoice === undefined || invoice.issueDate > asOf ? undefined : invoice;
    });
    // Money that is only asked back is not back.
    const counts = row.amountCents >= 0 || state === "paid";
    const isBound = state === "paid" || state === "approved";
    const take = <Of>(tally: Tallies<Of>, { of, cents: amount }: Share<Of>): Use<Of> => {
      const before = tally.of(of);
      if (counts) tally.add(of, amount, isBound);
      return { of, cents: amount, before };
    };
    const whole = <Of>(of: Of): Share<Of> => ({ of, cents: row.amountCents });
    return {
      row,
      order,
      state,
      isPaid: state === "paid",
      payDate,
      allocations,
      contract,
      contractUses: contractShares(row, contract, explicit).map((share) => take(used.contract, share)),
      instalmentUses: addShares(explicit, implied).map((share) => take(used.instalment, share)),
      invoiceUses: onInvoices.map((share) => take(used.invoice, share)),
      lineUse: line && take(used.line, whole(line)),
      projectUse: take(used.project, whole(row.projectId)),
    };
  });
}

/** What allocations give to each thing, in the order in which they name it. */
function shares<Of>(
  allocations: readonly Allocation[],
  ofPart: (allocation: Allocation) => Of | undefined,
): readonly Share<Of>[] {
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
  const others = explicit.filter((share) => share.of.contract !== contract);
  if (others.length === 0) return [{ of: contract, cents: row.amountCents }];
  const elsewhere = addShares(
    [],
    others.map((share) => ({ of: share.of.contract, cents: share.cents })),
  );
  const own = subtractCents(row.amountCents, sumCents(elsewhere.map((share) => share.cents)));
  return [...elsewhere, { of: contract, cents: own }];
}
