import { resolve } from "node:path";
import type { Clock } from "#shared/kernel/clock.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { openLedger } from "../ledger/openLedger.ts";
import { createSession } from "../session.ts";
import { badUse, readArguments } from "./args.ts";
import type { Command, Outcome } from "./command.ts";
import { findCommand, helpText } from "./commands.ts";

export type Output = Readonly<{ stdout: (text: string) => void; stderr: (text: string) => void }>;

export type ExitCode = 0 | 1 | 2 | 70;

/** Runs one command line. With `--json` exactly one JSON document goes to stdout, an error included. */
export async function runCli(argv: readonly string[], output: Output, clock: Clock): Promise<ExitCode> {
  const asJson = argv.includes("--json");
  try {
    if (argv.length === 0 || argv[0] === "help" || argv[0] === "--help") {
      output.stdout(`${helpText()}\n`);
      return argv.length === 0 ? 2 : 0;
    }
    const ordered = commandFirst(argv);
    const found = findCommand(ordered);
    if (found === undefined) throw noCommand(ordered);
    const outcome = await runCommand(found.command, found.rest, clock);
    if ("error" in outcome) return reportUserError(outcome.error, asJson, output, outcome.data);
    output.stdout(`${asJson ? JSON.stringify(outcome.data) : outcome.text}\n`);
    return outcome.exitCode ?? 0;
  } catch (error) {
    return reportError(error, asJson, output);
  }
}

/** What all commands take may stand before the command as well. */
function commandFirst(argv: readonly string[]): readonly string[] {
  let start = 0;
  for (let word = argv[0]; word !== undefined && /^--(json$|db(=|$))/.test(word); word = argv[start])
    start += word === "--db" ? 2 : 1;
  return [...argv.slice(start), ...argv.slice(0, start)];
}

function noCommand(argv: readonly string[]): UserError {
  const option = argv.findIndex((word) => word.startsWith("-"));
  const words = argv.slice(0, option < 0 ? argv.length : option).join(" ");
  return badUse(words === "" ? "没有写命令。" : `没有这个命令：${words}`);
}

async function runCommand(command: Command, rest: readonly string[], clock: Clock): Promise<Outcome> {
  const args = readArguments(rest, command.shape);
  const dbPath = () => resolve(args.required("db"));
  return command.run({
    args,
    dbPath,
    clock,
    withLedger: async (run) => {
      const ledger = await openLedger({ path: dbPath(), clock });
      try {
        const session = createSession(ledger);
        return await run(
          await session.context({ signal: new AbortController().signal, progress: () => undefined }),
        );
      } finally {
        await ledger.close();
      }
    },
  });
}

function reportError(error: unknown, asJson: boolean, output: Output): ExitCode {
  if (error instanceof UserError) return reportUserError(error, asJson, output);
  const message = "程序内部出错，这一步没有完成。";
  output.stderr(`${message}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  if (asJson) output.stdout(`${JSON.stringify({ error: { code: "internal", message } })}\n`);
  return 70;
}

function reportUserError(
  { code, message, hint, details }: UserError,
  asJson: boolean,
  output: Output,
  beside: Readonly<Record<string, unknown>> = {},
): ExitCode {
  output.stderr(`${message}${hint === undefined ? "" : `\n${hint}`}\n`);
  if (asJson) output.stdout(`${JSON.stringify({ error: { code, message, hint, details }, ...beside })}\n`);
  return 2;
}
