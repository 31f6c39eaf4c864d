import { type Cents, subtractCents } from "../kernel/cents.ts";
import { freeOfInstalment } from "../payments/free.ts";
import type { ContractFact, InstalmentFact } from "../rules/contractFacts.ts";
import type { Facts } from "../rules/facts.ts";
import type { PaymentFact } from "../rules/paymentFacts.ts";

/** An instalment with what is not yet on any payment, but for those that only claim it. */
export type OpenInstalment = Readonly<{
  instalment: InstalmentFact;
  freeCents: Cents;
  claims: readonly PaymentFact[];
}>;

/** Instalments that one paper may be for, together. */
export type Run = readonly [OpenInstalment, ...OpenInstalment[]];

/** Open instalments that follow each other: those of one rental, of a contract, or all rentals of it month by month. */
export type Lane = readonly Run[];

/** What is taken of instalments by suggestions made before this one, and whose own uses do not count. */
export type Overlay = Readonly<{
  takenCents: (instalment: InstalmentFact) => Cents;
  ignoredPaymentId: string | null;
}>;

/**
 * Whether a payment only claims what it is for: it is not approved and has no invoice that can be paid, none at all or
 * one that was taken back. The invoice it waits for must find the way to its instalments.
 */
const isClaim = (facts: Facts, { state, row, invoiceUses }: PaymentFact): boolean =>
  (state === "draft" || state === "pending") &&
  row.isAdvance === 0 &&
  row.amountCents > 0 &&
  invoiceUses.every(({ of }) => facts.invoices.payableCents(of) <= 0);

export const claimsOn = (
  facts: Facts,
  instalment: InstalmentFact,
  overlay?: Overlay,
): readonly PaymentFact[] =>
  facts.usesOfInstalment
    .of(instalment)
    .map(({ payment }) => payment)
    .filter((payment) => payment.row.id !== overlay?.ignoredPaymentId && isClaim(facts, payment));

export function freeCents(facts: Facts, instalment: InstalmentFact, overlay?: Overlay): Cents {
  const free = freeOfInstalment(facts, instalment, {
    by: "asked",
    except: (payment) => payment.row.id === overlay?.ignoredPaymentId || isClaim(facts, payment),
  });
  return overlay === undefined ? free : subtractCents(free, overlay.takenCents(instalment));
}

export function openInstalments(
  facts: Facts,
  contract: ContractFact,
  overlay?: Overlay,
): readonly OpenInstalment[] {
  return contract.instalments
    .map((instalment) => ({
      instalment,
      freeCents: freeCents(facts, instalment, overlay),
      claims: claimsOn(facts, instalment, overlay),
    }))
    .filter((open) => open.freeCents > 0);
}

/** The lanes along which one paper can cover several instalments, given every open one alone. */
export function lanesOf(singles: readonly Run[]): readonly Lane[] {
  const rentals = [...new Set(singles.map(([{ instalment }]) => instalment.row.rentalId))];
  if (rentals.length < 2) return [singles];
  const single = rentals.map((rentalId) =>
    singles.filter(([{ instalment }]) => instalment.row.rentalId === rentalId),
  );
  const byPeriod = new Map<string, Run>();
  for (const [one] of singles) {
    const key = `${one.instalment.row.periodFrom}|${one.instalment.row.periodTo}`;
    const known = byPeriod.get(key);
    byPeriod.set(key, known === undefined ? [one] : [...known, one]);
  }
  return [...single, [...byPeriod.values()].filter((group) => group.length > 1)];
}
