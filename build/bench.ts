import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { BenchRow } from "../test/bench/benchRow.ts";
import { root } from "./setup/root.mjs";

/**
 * `npm run bench [-- part …]`: every part in turn, each against the bare library in the same run. Prints a table and
 * keeps it in out/bench.json.
 */
const parts: Readonly<Record<string, () => Promise<{ bench: () => Promise<readonly BenchRow[]> }>>> = {
  import: () => import("../test/bench/import.ts"),
  export: () => import("../test/bench/export.ts"),
  check: () => import("../test/bench/check.ts"),
  ledger: () => import("../test/bench/ledger.ts"),
  lists: () => import("../test/bench/lists.ts"),
  start: () => import("../test/bench/start.ts"),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`没有这一项：${unknown.join("、")}。可选：${Object.keys(parts).join("、")}`);
  process.exit(2);
}

const rows: BenchRow[] = [];
for (const [name, load] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`── ${name}`);
  const { bench } = await load();
  const measured = await bench();
  rows.push(...measured);
  for (const row of measured) console.log(line(row));
}

const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? "?"}, Node ${process.versions.node}`;
mkdirSync(path.join(root, "out"), { recursive: true });
writeFileSync(path.join(root, "out", "bench.json"), JSON.stringify({ machine, rows }, null, 2));
console.log(`\n${machine}`);

function line({ name, ratio, peakMb, ...row }: BenchRow): string {
  const bare =
    row.baselineSeconds === null ? "" : `  bare ${clockAndCpu(row.baselineSeconds, row.baselineCpuSeconds)}`;
  const times = ratio === null ? "" : `  × ${ratio.toFixed(2)}`;
  const memory = peakMb === 0 ? "" : `  peak ${peakMb} MB`;
  return `${clockAndCpu(row.seconds, row.cpuSeconds).padStart(24)}${bare}${times}${memory}  ${name}`;
}

/** By the clock, and what the processors spent on it. */
function clockAndCpu(seconds: number, cpuSeconds: number | null): string {
  return `${seconds.toFixed(3)} s${cpuSeconds === null ? "" : ` (cpu ${cpuSeconds.toFixed(3)} s)`}`;
}
