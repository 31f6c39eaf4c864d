import type { Clock } from "#shared/kernel/clock.ts";
import type { Context } from "../context.ts";
import type { Arguments, CommandShape } from "./args.ts";

/** What a command answers: `data` is the one JSON document of `--json`, `text` the same for people. */
export type Outcome = Readonly<{ data: unknown; text: string; exitCode?: 0 | 1 }>;

export type Call = Readonly<{
  args: Arguments;
  clock: Clock;
  /** The file named by `--db`; bad use when it is missing. */
  dbPath: () => string;
  /** Opens the ledger named by `--db`, runs, and closes it whatever happens. */
  withLedger: <Result>(run: (context: Context) => Promise<Result>) => Promise<Result>;
}>;

export type Command = Readonly<{
  /** The words that call it, for example `import invoices`. */
  name: string;
  usage: string;
  summary: string;
  shape: CommandShape;
  run: (call: Call) => Promise<Outcome>;
}>;
