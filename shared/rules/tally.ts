import { type Cents, cents } from "../kernel/cents.ts";

/** What was used of something: `bound` by approved and paid payments, `open` by those still drafted or in review. */
export type Tally = Readonly<{ boundCents: Cents; openCents: Cents }>;

/** So many 分 of a payment for something. */
export type Share<Of> = Readonly<{ of: Of; cents: Cents }>;

/** A share with what was used of the same thing before it. */
export type Use<Of> = Share<Of> & Readonly<{ before: Tally }>;

export const noTally: Tally = { boundCents: cents(0), openCents: cents(0) };

export const tallySum = (tally: Tally): Cents => cents(tally.boundCents + tally.openCents);

export type Tallies<Key> = Readonly<{
  of: (key: Key) => Tally;
  /** Adds an amount, or nothing, and says what there was before it. */
  add: (key: Key, amountCents: Cents, as: "bound" | "open" | undefined) => Tally;
}>;

type Total = { bound: number; open: number };

/** Running totals by key. What is read before something is added stays as it was. */
export function tallies<Key>(): Tallies<Key> {
  const totals = new Map<Key, Total>();
  return {
    of: (key) => tallyOf(totals.get(key)),
    add: (key, amountCents, as) => {
      const known = totals.get(key);
      const before = tallyOf(known);
      if (as === undefined) return before;
      const total = known ?? { bound: 0, open: 0 };
      if (known === undefined) totals.set(key, total);
      total[as] += amountCents;
      return before;
    },
  };
}

const tallyOf = (total: Total | undefined): Tally =>
  total === undefined ? noTally : { boundCents: cents(total.bound), openCents: cents(total.open) };
