import { maxCents, subtractCents, zeroCents } from "../kernel/cents.ts";
import type { Invoice } from "../model/invoice.ts";
import type { Payment } from "../model/payment.ts";
import type { BudgetLine, Project } from "../model/project.ts";
import type { ContractFact, InstalmentFact } from "./contractFacts.ts";
import {
  type Groups,
  groupBy,
  indexBy,
  type Lookup,
  lazyGroups,
  lazyLookup,
  lazySums,
  patchGroups,
  patchLookup,
  type Sums,
  sumBy,
} from "./indexing.ts";
import type { PaymentFact } from "./paymentFacts.ts";
import type { Use } from "./tally.ts";

/** One payment's part in an invoice, an instalment or a contract. */
export type UseBy<Of> = Readonly<{ payment: PaymentFact; use: Use<Of> }>;

/** Payments by what they are for. */
export type PaymentIndex = Readonly<{
  /** In the order in which they count. */
  payments: readonly PaymentFact[];
  paymentsById: Lookup<Payment["id"], PaymentFact>;
  paymentsOfContract: Groups<ContractFact, PaymentFact>;
  /** With what payments of other contracts give to its instalments, and without what its own give to those of others. */
  usesOfContract: Groups<ContractFact, UseBy<ContractFact>>;
  usesOfInvoice: Groups<Invoice, UseBy<Invoice>>;
  usesOfInstalment: Groups<InstalmentFact, UseBy<InstalmentFact>>;
  /** What payments take of a budget line, or of a project, whatever came back: its use never stands higher. */
  takenOfLine: Sums<BudgetLine["id"]>;
  takenOfProject: Sums<Project["id"]>;
}>;

const contractUses = (payment: PaymentFact) => payment.contractUses;
const invoiceUses = (payment: PaymentFact) => payment.invoiceUses;
const instalmentUses = (payment: PaymentFact) => payment.instalmentUses;
const lineOf = ({ lineUse }: PaymentFact) => lineUse?.of.id;
const projectOf = ({ row }: PaymentFact) => row.projectId;
const taken = ({ row }: PaymentFact) => maxCents(row.amountCents, zeroCents);
const notTaken = (payment: PaymentFact) => subtractCents(zeroCents, taken(payment));

/** Each index is made when it is first asked for. */
export const indexPayments = (payments: readonly PaymentFact[]): PaymentIndex => ({
  payments,
  paymentsById: lazyLookup(() => indexBy(payments, (payment) => payment.row.id)),
  paymentsOfContract: lazyGroups(() => groupBy(payments, (payment) => payment.contract)),
  usesOfContract: lazyGroups(() => groupUses(payments, contractUses)),
  usesOfInvoice: lazyGroups(() => groupUses(payments, invoiceUses)),
  usesOfInstalment: lazyGroups(() => groupUses(payments, instalmentUses)),
  takenOfLine: lazySums(() => sumBy(payments, lineOf, taken)),
  takenOfProject: lazySums(() => sumBy(payments, projectOf, taken)),
});

function groupUses<Of>(
  payments: readonly PaymentFact[],
  usesOf: (payment: PaymentFact) => readonly Use<Of>[],
): Groups<Of, UseBy<Of>> {
  const uses: UseBy<Of>[] = [];
  for (const payment of payments) for (const use of usesOf(payment)) uses.push({ payment, use });
  return groupBy(uses, ({ use }) => use.of);
}

/** Payments that are no longer, and what is there in their place. Together they are all that share a key with them. */
export type Replaced = Readonly<{ gone: readonly PaymentFact[]; come: readonly PaymentFact[] }>;

/** The index of `payments`, which are those of `index` but for the replaced ones. */
export function reindexPayments(
  index: PaymentIndex,
  payments: readonly PaymentFact[],
  { gone, come }: Replaced,
): PaymentIndex {
  const repatch = <Key, Item>(
    groups: Groups<Key, Item>,
    keysOf: (payment: PaymentFact) => readonly Key[],
    group: (payments: readonly PaymentFact[]) => Groups<Key, Item>,
  ): Groups<Key, Item> => {
    const fresh = group(come);
    const keys = [...gone, ...come].flatMap(keysOf);
    return patchGroups(groups, new Map(keys.map((key) => [key, fresh.of(key)])));
  };
  const repatchUses = <Of>(
    groups: Groups<Of, UseBy<Of>>,
    usesOf: (payment: PaymentFact) => readonly Use<Of>[],
  ): Groups<Of, UseBy<Of>> =>
    repatch(
      groups,
      (payment) => usesOf(payment).map((use) => use.of),
      (part) => groupUses(part, usesOf),
    );
  const retake = <Key>(sums: Sums<Key>, keyOf: (payment: PaymentFact) => Key | undefined): Sums<Key> =>
    sums.plus(sumBy(gone, keyOf, notTaken)).plus(sumBy(come, keyOf, taken));
  return {
    payments,
    paymentsById: patchLookup(
      index.paymentsById,
      new Map([
        ...gone.map((payment) => [payment.row.id, undefined] as const),
        ...come.map((payment) => [payment.row.id, payment] as const),
      ]),
    ),
    paymentsOfContract: repatch(
      index.paymentsOfContract,
      ({ contract }) => (contract === undefined ? [] : [contract]),
      (part) => groupBy(part, (payment) => payment.contract),
    ),
    usesOfContract: repatchUses(index.usesOfContract, contractUses),
    usesOfInvoice: repatchUses(index.usesOfInvoice, invoiceUses),
    usesOfInstalment: repatchUses(index.usesOfInstalment, instalmentUses),
    takenOfLine: retake(index.takenOfLine, lineOf),
    takenOfProject: retake(index.takenOfProject, projectOf),
  };
}
