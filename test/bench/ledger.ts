import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createSample } from "#engine/sample/createSample.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { type BenchRow, compared } from "./benchRow.ts";
import { runJob } from "./job.ts";
import { large, makeLarge } from "./largeLedger.ts";

const script = fileURLToPath(new URL("./ledgerJobs.ts", import.meta.url));

/** A real ledger file, opened, read and checked, against better-sqlite3 reading the same rows and doing nothing. */
export async function bench(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-bench-"));
  try {
    const sample = path.join(folder, "sample.jingfei");
    await createSample({ path: sample, clock: systemClock });
    const many = path.join(folder, "large.jingfei");
    await makeLarge(many);
    const rows: BenchRow[] = [];
    for (const [what, ledger] of [
      ["the sample", sample],
      [large, many],
    ] as const) {
      const bare = await runJob(script, "bareRead", ledger);
      rows.push(
        compared(
          `open and check all: ${what} (bare: better-sqlite3)`,
          await runJob(script, "check", ledger),
          bare,
        ),
      );
      rows.push(
        compared(`open and list the schedule: ${what}`, await runJob(script, "schedule", ledger), bare),
      );
      rows.push(
        compared(`open and list invoices: ${what}`, await runJob(script, "invoiceList", ledger), bare),
      );
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
