import { userInfo } from "node:os";
import type { Clock } from "#shared/kernel/clock.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { buildFacts, type Facts } from "#shared/rules/facts.ts";
import type { Context } from "./context.ts";
import { readTextSetting, settingKeys } from "./office/settings.ts";
import { factRows } from "./store/facts.ts";
import type { Ledger } from "./store/types.ts";

/** An open ledger at work: hands out contexts, and keeps what was read until the next write. */
export type Session = Readonly<{
  ledger: Ledger;
  context: (request: Pick<Context, "signal" | "progress">) => Promise<Context>;
}>;

/** Days asked for again and again are few: today, and the one in a check's date field. */
const keptDays = 4;

/** `clockOf` may put the desk on a day of its own; the computer's when it is left out. */
export function createSession(
  ledger: Ledger,
  clockOf: (ledger: Ledger) => Promise<Clock> = async () => ledger.clock,
): Session {
  let rows: Promise<FactRows> | undefined;
  const factsByDay = new Map<IsoDate, Promise<Facts>>();
  const forget = (): void => {
    rows = undefined;
    factsByDay.clear();
  };

  const readRows = (): Promise<FactRows> => {
    if (rows === undefined) {
      rows = factRows(ledger);
      // A failed read must not be remembered.
      rows.catch(forget);
    }
    return rows;
  };
  const readFacts = (asOf: IsoDate): Promise<Facts> => {
    const known = factsByDay.get(asOf);
    if (known !== undefined) return known;
    if (factsByDay.size >= keptDays) factsByDay.clear();
    const facts = readRows().then((all) => buildFacts(all, asOf));
    factsByDay.set(asOf, facts);
    facts.catch(forget);
    return facts;
  };

  return {
    ledger,
    context: async ({ signal, progress }) => {
      const officer = (await readTextSetting(ledger, settingKeys.officer)) ?? userInfo().username;
      const clock = await clockOf(ledger);
      return {
        ledger,
        clock,
        officer,
        rows: readRows,
        facts: (asOf = clock.today()) => readFacts(asOf),
        write: async (action, work) => {
          try {
            return await ledger.write({ actor: officer, action }, work);
          } finally {
            forget();
          }
        },
        signal,
        progress,
      };
    },
  };
}
