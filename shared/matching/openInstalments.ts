import { addCents, type Cents, subtractCents, sumCents } from "../kernel/cents.ts";
import type { ContractFact, InstalmentFact } from "../rules/contractFacts.ts";
import type { Facts } from "../rules/facts.ts";

/** An instalment with what is not yet on any payment. */
export type OpenInstalment = Readonly<{ instalment: InstalmentFact; freeCents: Cents }>;

/** Open instalments that follow each other: those of one rental, of a contract, or all rentals of it month by month. */
export type Lane = readonly (readonly OpenInstalment[])[];

/** What is taken of instalments by suggestions made before this one, and whose own uses do not count. */
export type Overlay = Readonly<{
  takenCents: (instalment: InstalmentFact) => Cents;
  ignoredPaymentId: string | null;
}>;

export function freeCents(facts: Facts, instalment: InstalmentFact, overlay?: Overlay): Cents {
  const used = sumCents(
    facts.usesOfInstalment
      .of(instalment)
      .filter(({ payment }) => payment.row.id !== overlay?.ignoredPaymentId)
      .map(({ use }) => use.cents),
  );
  const taken = overlay === undefined ? used : addCents(used, overlay.takenCents(instalment));
  return subtractCents(instalment.payableCents, taken);
}

export function openInstalments(
  facts: Facts,
  contract: ContractFact,
  overlay?: Overlay,
): readonly OpenInstalment[] {
  return contract.instalments
    .map((instalment) => ({ instalment, freeCents: freeCents(facts, instalment, overlay) }))
    .filter((open) => open.freeCents > 0);
}

/** The lanes along which one paper can cover several instalments. */
export function lanesOf(open: readonly OpenInstalment[]): readonly Lane[] {
  const rentals = [...new Set(open.map(({ instalment }) => instalment.row.rentalId))];
  const single = rentals.map((rentalId) =>
    open.filter(({ instalment }) => instalment.row.rentalId === rentalId).map((one) => [one]),
  );
  if (rentals.length < 2) return single;
  const byPeriod = new Map<string, OpenInstalment[]>();
  for (const one of open) {
    const key = `${one.instalment.row.periodFrom}|${one.instalment.row.periodTo}`;
    byPeriod.set(key, [...(byPeriod.get(key) ?? []), one]);
  }
  return [...single, [...byPeriod.values()].filter((group) => group.length > 1)];
}
