import type { Clock } from "#shared/kernel/clock.ts";
import type { UserError } from "#shared/kernel/errors.ts";
import type { Context } from "../context.ts";
import type { Arguments, CommandShape } from "./args.ts";

/** What a command answers: `data` is the one JSON document of `--json`, `text` the same for people. */
export type Outcome = Answer | Refusal;

type Answer = Readonly<{ data: unknown; text: string; exitCode?: 0 | 1 }>;

/** An error with more to it than its sentence: `data` stands beside it in the JSON document. */
type Refusal = Readonly<{ error: UserError; data: Readonly<Record<string, unknown>> }>;

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
