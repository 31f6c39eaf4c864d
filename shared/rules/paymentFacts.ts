import { type Cents, cents, sumCents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import type { Invoice } from "../model/invoice.ts";
import type { Allocation, Payment } from "../model/payment.ts";
import type { BudgetLine } from "../model/project.ts";
import type { ContractFact, InstalmentFact } from "./contractFacts.ts";
import { impliedUses } from "./impliedUses.ts";
import { compareText, groupBy } from "./indexing.ts";
import { type Tally, tallies } from "./tally.ts";

/** So many 分 of a payment, and what came before it on the same thing. */
export type Use<Of> = Readonly<{ of: Of; cents: Cents; before: Tally }>;

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
  const contractTally = tallies<ContractFact>();
  const instalmentTally = tallies<InstalmentFact>();
  const invoiceTally = tallies<Invoice>();
  const lineTally = tallies<BudgetLine>();
  const projectTally = tallies<string>();
  const placed = payments.map((row) => place(row, asOf)).filter((row) => row !== undefined);
  return placed.sort(inOrder).map(({ row, state, payDate }, order) => {
    const allocations = allocationsOf.of(row.id);
    const isBound = state === "paid" || state === "approved";
    // Money that is only asked back is not back.
    const counts = row.amountCents >= 0 || state === "paid";
    const use = <Of>(tally: ReturnType<typeof tallies<Of>>, of: Of, amount: Cents): Use<Of> => {
      const before = tally.of(of);
      if (counts) tally.add(of, amount, isBound);
      return { of, cents: amount, before };
    };
    const explicit = summed(allocations, (part) => lookups.instalments.get(part.instalmentId ?? ""));
    const [firstInstalment] = explicit.keys();
    const contract = lookups.contracts.get(row.contractId ?? "") ?? firstInstalment?.contract;
    const implied = impliedUses(row, contract, explicit, (instalment) => instalmentTally.of(instalment));
    const onInstalments = merged(explicit, implied);
    const line = lookups.budgetLines.get(row.budgetLineId ?? contract?.row.budgetLineId ?? "");
    return {
      row,
      order,
      state,
      isPaid: state === "paid",
      payDate,
      allocations,
      contract,
      contractUses: entriesOf(byContract(row, contract, explicit), (of, amount) =>
        use(contractTally, of, amount),
      ),
      instalmentUses: entriesOf(onInstalments, (of, amount) => use(instalmentTally, of, amount)),
      invoiceUses: entriesOf(
        summed(allocations, (part) => lookups.invoices.get(part.invoiceId ?? "")),
        (of, amount) => use(invoiceTally, of, amount),
      ),
      lineUse: line && use(lineTally, line, row.amountCents),
      projectUse: use(projectTally, row.projectId, row.amountCents),
    };
  });
}

const entriesOf = <Key, Result>(
  map: ReadonlyMap<Key, Cents>,
  make: (key: Key, amount: Cents) => Result,
): readonly Result[] => (map.size === 0 ? [] : [...map].map(([key, amount]) => make(key, amount)));

function summed<Key>(
  allocations: readonly Allocation[],
  keyOf: (allocation: Allocation) => Key | undefined,
): ReadonlyMap<Key, Cents> {
  const sums = new Map<Key, Cents>();
  for (const allocation of allocations) {
    const key = keyOf(allocation);
    if (key !== undefined) sums.set(key, cents((sums.get(key) ?? 0) + allocation.amountCents));
  }
  return sums;
}

function merged<Key>(left: ReadonlyMap<Key, Cents>, right: ReadonlyMap<Key, Cents>): ReadonlyMap<Key, Cents> {
  if (right.size === 0) return left;
  const sums = new Map(left);
  for (const [key, amount] of right) sums.set(key, cents((sums.get(key) ?? 0) + amount));
  return sums;
}

/** The whole payment belongs to its contract, save what is allocated to instalments of others. */
function byContract(
  row: Payment,
  contract: ContractFact | undefined,
  explicit: ReadonlyMap<InstalmentFact, Cents>,
): ReadonlyMap<ContractFact, Cents> {
  if (contract === undefined) return new Map();
  const shares = new Map<ContractFact, Cents>();
  for (const [instalment, amount] of explicit) {
    if (instalment.contract === contract) continue;
    shares.set(instalment.contract, cents((shares.get(instalment.contract) ?? 0) + amount));
  }
  return shares.set(contract, cents(row.amountCents - sumCents(shares.values())));
}
