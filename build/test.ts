import { say } from "./runtime/say.ts";
import { preparePdfReader } from "./runtime/systemPackages.ts";
import { root } from "./setup/root.mjs";
import { runNpmScript, runVitest, type StepResult } from "./testSteps.ts";

/** `npm test`: types, lint, unit and engine tests, then the real window. All of it, even when a part fails. */
const steps: readonly (readonly [name: string, run: () => Promise<StepResult>])[] = [
  ["types", () => runNpmScript("types")],
  ["lint", () => runNpmScript("lint")],
  ["unit", () => runVitest("unit")],
  ["e2e", () => runVitest("e2e")],
];

process.chdir(root);
await preparePdfReader();

const results: StepResult[] = [];
for (const [name, run] of steps) {
  say(`\n── ${name} ${"─".repeat(40 - name.length)}`);
  const result = await run();
  if (!result.ok) say(`✗ ${name}`);
  results.push(result);
}

// The last line, alone, is for whoever reads the log by program.
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
