import { runCli } from "#engine/cli/run.ts";
import { systemClock } from "#engine/store/systemClock.ts";

export type CliRun = Readonly<{ code: number; stdout: string; stderr: string }>;

/** Runs a command line as a terminal would, and keeps what it said. */
export async function cli(...argv: readonly string[]): Promise<CliRun> {
  const said = { stdout: "", stderr: "" };
  const code = await runCli(
    argv,
    {
      stdout: (text) => {
        said.stdout += text;
      },
      stderr: (text) => {
        said.stderr += text;
      },
    },
    systemClock,
  );
  return { code, ...said };
}

/** The same with `--json`: stdout must be exactly one JSON document. */
export async function cliJson<Data>(...argv: readonly string[]): Promise<CliRun & Readonly<{ data: Data }>> {
  const run = await cli(...argv, "--json");
  return { ...run, data: JSON.parse(run.stdout) as Data };
}
