import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Measured } from "./benchRow.ts";
import { timed } from "./stopwatch.ts";

/** Work to be timed in a process of its own, so that its memory is its own. What it returns is not timed. */
export type Jobs = Readonly<Record<string, (argument: string) => Promise<unknown>>>;

const run = promisify(execFile);

/** Runs one job of a script. The clock runs inside, after the modules are loaded. */
export async function runJob(script: string, job: string, argument = ""): Promise<Measured> {
  const { stdout } = await run(process.execPath, [script, job, argument], { maxBuffer: 1e7 });
  return JSON.parse(stdout) as Measured;
}

/** The end of a script of jobs: does the one named on the command line, if there is one. */
export async function answerJob(jobs: Jobs): Promise<void> {
  const [, , name = "", argument = ""] = process.argv;
  const job = jobs[name];
  if (job === undefined) return;
  process.stdout.write(JSON.stringify(await timed(() => job(argument))));
}
