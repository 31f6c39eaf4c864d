import { type Cents, cents } from "../kernel/cents.ts";

/** What was used of something: `bound` by approved and paid payments, `open` by those still drafted or in review. */
export type Tally = Readonly<{ boundCents: Cents; openCents: Cents }>;

/** So many 分 of a payment for something. */
export type Share<Of> = Readonly<{ of: Of; cents: Cents }>;

/** A share with what was used of the same thing before it. */
export type Use<Of> = Share<Of> & Readonly<{ before: Tally }>;

const nothing: Tally = { boundCents: cents(0), openCents: cents(0) };

export const tallySum = (tally: Tally): Cents => cents(tally.boundCents + tally.openCents);

export type Tallies<Key> = Readonly<{
  of: (key: Key) => Tally;
  add: (key: Key, amountCents: Cents, isBound: boolean) => void;
}>;

/** Running totals by key. What is read before something is added stays as it was. */
export function tallies<Key>(): Tallies<Key> {
  const totals = new Map<Key, Tally>();
  const of = (key: Key) => totals.get(key) ?? nothing;
  return {
    of,
    add: (key, amountCents, isBound) => {
      const { boundCents, openCents } = of(key);
      totals.set(
        key,
        isBound
          ? { boundCents: cents(boundCents + amountCents), openCents }
          : { boundCents, openCents: cents(openCents + amountCents) },
      );
    },
  };
}
