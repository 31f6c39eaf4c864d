import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type BenchRow, compared } from "./benchRow.ts";
import { runJob } from "./job.ts";
import { makeLarge, openSize } from "./largeLedger.ts";

const script = fileURLToPath(new URL("./checkJobs.ts", import.meta.url));
const deskScript = fileURLToPath(new URL("./deskJobs.ts", import.meta.url));
const run = promisify(execFile);

const first = async (name: string, job: string, file: string): Promise<BenchRow> =>
  compared(name, await runJob(deskScript, job, file), await runJob(deskScript, "bareRead", file));

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
    const open = path.join(folder, "open.jingfei");
    await makeLarge(open, openSize);
    return [
      ...(JSON.parse(stdout) as readonly BenchRow[]),
      await first("open, read and check the first payment of a session", "firstPayment", file),
      await first("open, read and match 80,000 invoices that all wait", "match", open),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
