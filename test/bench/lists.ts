import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BenchRow } from "./benchRow.ts";
import { makeLarge } from "./largeLedger.ts";

const script = fileURLToPath(new URL("./listJobs.ts", import.meta.url));
const run = promisify(execFile);
const size = { contracts: 2_000, invoices: 100_000, payments: 100_000 };

/** The long lists of the window, on their way from the engine to rows that can be shown. */
export async function bench(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-lists-"));
  try {
    const file = path.join(folder, "long.jingfei");
    await makeLarge(file, size);
    const { stdout } = await run(process.execPath, [script, file], { maxBuffer: 1e7 });
    return JSON.parse(stdout) as readonly BenchRow[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
