import { userInfo } from "node:os";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts, type Facts } from "#shared/rules/facts.ts";
import type { Context } from "./context.ts";
import { readOfficer } from "./office/officer.ts";
import { factRows } from "./store/facts.ts";
import type { Ledger } from "./store/types.ts";

/** An open ledger at work: hands out contexts, and keeps what was read until the next write. */
export type Session = Readonly<{
  ledger: Ledger;
  context: (request: Pick<Context, "signal" | "progress">) => Promise<Context>;
}>;

export function createSession(ledger: Ledger, onWrite: () => void = () => undefined): Session {
  let rows: Promise<FactRows> | undefined;
  const factsByDay = new Map<IsoDate, Promise<Facts>>();
  const forget = (): void => {
    rows = undefined;
    factsByDay.clear();
  };

  const readRows = (): Promise<FactRows> => {
    rows ??= factRows(ledger);
    return rows;
  };
  const readFacts = (asOf: IsoDate = ledger.clock.today()): Promise<Facts> => {
    const known = factsByDay.get(asOf);
    if (known !== undefined) return known;
    const facts = readRows().then((all) => buildFacts(all, asOf));
    factsByDay.set(asOf, facts);
    // A failed read must not be remembered.
    facts.catch(forget);
    return facts;
  };

  return {
    ledger,
    context: async ({ signal, progress }) => {
      const officer = (await readOfficer(ledger)) ?? userInfo().username;
      return {
        ledger,
        clock: ledger.clock,
        officer,
        rows: readRows,
        facts: readFacts,
        write: async (action, work) => {
          try {
            return await ledger.write({ actor: officer, action }, work);
          } finally {
            forget();
            onWrite();
          }
        },
        signal,
        progress,
      };
    },
  };
}
