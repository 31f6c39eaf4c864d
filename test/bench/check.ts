import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BenchRow } from "./benchRow.ts";
import { makeLarge } from "./largeLedger.ts";

const script = fileURLToPath(new URL("./checkJobs.ts", import.meta.url));
const run = promisify(execFile);

/**
 * What the officer waits for at the desk of a large office, in one process with the ledger open: each against
 * better-sqlite3 reading the same rows and doing nothing, in the same process.
 */
export async function bench(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-bench-"));
  try {
    const file = path.join(folder, "large.jingfei");
    await makeLarge(file);
    const { stdout } = await run(process.execPath, [script, file], { maxBuffer: 1e7 });
    return JSON.parse(stdout) as readonly BenchRow[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
