import { userInfo } from "node:os";
import type { Clock } from "#shared/kernel/clock.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Context } from "./context.ts";
import { keepFacts } from "./keptFacts.ts";
import { keepFindings } from "./keptFindings.ts";
import { readTextSetting, settingKeys } from "./office/settings.ts";
import type { Ledger } from "./store/types.ts";

/** An open ledger at work: hands out contexts, and keeps what was read of it. */
export type Session = Readonly<{
  ledger: Ledger;
  context: (request: Pick<Context, "signal" | "progress">) => Promise<Context>;
}>;

/** `clockOf` may put the desk on a day of its own; the computer's when it is left out. */
export function createSession(
  ledger: Ledger,
  clockOf: (ledger: Ledger) => Promise<Clock> = async () => ledger.clock,
): Session {
  const kept = keepFacts(ledger);
  const check = keepFindings();
  return {
    ledger,
    context: async ({ signal, progress }) => {
      const officer = (await readTextSetting(ledger, settingKeys.officer)) ?? userInfo().username;
      const clock = await clockOf(ledger);
      const on = (asOf: IsoDate) => ({ asOf, today: clock.today() });
      return {
        ledger,
        clock,
        officer,
        rows: kept.rows,
        facts: (asOf = clock.today()) => kept.facts(on(asOf)),
        factsIn: (tx, asOf) => kept.factsIn(tx, on(asOf)),
        check: check(signal),
        write: (action, work) => ledger.write({ actor: officer, action }, work),
        signal,
        progress,
      };
    },
  };
}
