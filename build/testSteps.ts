import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { npmCommand } from "./runtime/run.ts";
import { notesFolder, root } from "./setup/root.mjs";

/** How a part of `npm test` went. A part that is not made of tests, and fails, counts as one failure. */
export type StepResult = Readonly<{ ok: boolean; passed: number; failed: number }>;

export async function runNpmScript(name: string): Promise<StepResult> {
  const [npm, args] = npmCommand(["run", "--silent", name]);
  const ok = (await exitCode(npm, args)) === 0;
  return { ok, passed: 0, failed: ok ? 0 : 1 };
}

/** Runs one project of the vitest configuration and counts its tests. */
export async function runVitest(project: "unit" | "e2e"): Promise<StepResult> {
  mkdirSync(notesFolder, { recursive: true });
  const report = path.join(notesFolder, `tests-${project}.json`);
  rmSync(report, { force: true });
  const code = await exitCode(process.execPath, [
    path.join(root, "node_modules", "vitest", "vitest.mjs"),
    "run",
    ...["-c", path.join("build", "vitest.config.ts"), "--project", project],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ]);
  return countTests(code === 0, existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined);
}

type VitestReport = Readonly<{ numPassedTests: number; numFailedTests: number }>;

/** A run can fail without a failed test: a file that does not load, an error after the last test. */
export function countTests(ok: boolean, report: VitestReport | undefined): StepResult {
  const failed = report?.numFailedTests ?? 0;
  return { ok, passed: report?.numPassedTests ?? 0, failed: ok ? failed : Math.max(1, failed) };
}

function exitCode(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { cwd: root, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
