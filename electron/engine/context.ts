import type { Progress } from "#shared/api/wire.ts";
import type { Clock } from "#shared/kernel/clock.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import type { Facts } from "#shared/rules/facts.ts";
import type { Check } from "./keptFindings.ts";
import type { Ledger, WritableLedger } from "./store/types.ts";

/** What a use case works with: one and the same for the window and the command line. */
export type Context = Readonly<{
  ledger: Ledger;
  clock: Clock;
  /** Who is at the desk: the name that goes into the change log. */
  officer: string;
  /** The rows that rules and overviews are worked out from; read once, and after a write only what it changed. */
  rows: () => Promise<FactRows>;
  /** Those rows as the rules see them on a day: today, when none is given. */
  facts: (asOf?: IsoDate) => Promise<Facts>;
  /** The same on the very rows of a transaction, for who decides by them what to write. */
  factsIn: (tx: WritableLedger, asOf: IsoDate) => Promise<Facts>;
  /** What all rules find in such facts, or in a part of them. */
  check: Check;
  /** One transaction in the officer's name. `action` in a few words, as the change log shows it. */
  write: <Result>(action: string, work: (tx: WritableLedger) => Promise<Result>) => Promise<Result>;
  signal: AbortSignal;
  progress: (progress: Progress) => void;
}>;
