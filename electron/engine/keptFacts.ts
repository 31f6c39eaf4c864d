import type { IsoDate } from "#shared/kernel/dates.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts, type Facts } from "#shared/rules/facts.ts";
import { changedRows } from "#shared/rules/rowChanges.ts";
import { withChanges } from "#shared/rules/withChanges.ts";
import { catchUp, type KnownRows, readKnownRows, readKnownRowsInTurns } from "./store/knownRows.ts";
import type { Ledger, ReadableLedger } from "./store/types.ts";

/** The day that is asked for, and the one that the desk is on. */
export type Days = Readonly<{ asOf: IsoDate; today: IsoDate }>;

/** What was read of a ledger and worked out from it, brought up to the present whenever it is asked for. */
export type KeptFacts = Readonly<{
  rows: () => Promise<FactRows>;
  facts: (days: Days) => Promise<Facts>;
  /** The facts of the very rows of a transaction, with what it has written so far. */
  factsIn: (tx: ReadableLedger, days: Days) => Promise<Facts>;
}>;

/** The facts of some days that were asked for of one state of the rows. */
type Kept = Readonly<{ known: KnownRows; days: Map<IsoDate, Facts> }>;

/** Days asked for again and again are few: the desk's own, which stays, and the one in a check's date field. */
const keptDays = 4;

/** With more payments than this, building all facts is quicker than putting one after the other in its place. */
const mostPayments = 20;

export function keepFacts(ledger: Ledger): KeptFacts {
  let kept: Promise<Kept> | undefined;

  /** One after the other: each starts from what the one before found. */
  const present = (): Promise<Kept> => {
    const before = kept?.catch(() => undefined) ?? Promise.resolve(undefined);
    const now = before.then((known) =>
      known === undefined ? readKnownRowsInTurns(ledger).then(fresh) : upToDate(ledger, known),
    );
    kept = now;
    return now;
  };

  return {
    rows: async () => (await present()).known.rows,
    facts: async (asked) => factsOn(await present(), asked),
    factsIn: async (tx, asked) => {
      const before = await kept?.catch(() => undefined);
      // Not kept: the transaction may still fail.
      return factsOn(
        before === undefined ? fresh(await readKnownRows(tx)) : await upToDate(tx, before),
        asked,
      );
    },
  };
}

const fresh = (known: KnownRows): Kept => ({ known, days: new Map() });

/** Of too many days the one goes that was not asked for the longest; today's stay, every screen shows them. */
function factsOn({ known, days }: Kept, { asOf, today }: Days): Facts {
  const facts = days.get(asOf) ?? buildFacts(known.rows, asOf);
  days.delete(asOf);
  days.set(asOf, facts);
  const longestUnused = [...days.keys()].find((day) => day !== today && day !== asOf);
  if (days.size > keptDays && longestUnused !== undefined) days.delete(longestUnused);
  return facts;
}

async function upToDate(ledger: ReadableLedger, kept: Kept): Promise<Kept> {
  const { known, changes } = await catchUp(ledger, kept.known);
  if (known.rows === kept.known.rows) return known.seq === kept.known.seq ? kept : { ...kept, known };
  if (changes === "all" || changedRows(changes, "payment").length > mostPayments) return fresh(known);
  const days = [...kept.days].map(([day, facts]) => [day, withChanges(facts, known.rows, changes)] as const);
  return { known, days: new Map(days) };
}
