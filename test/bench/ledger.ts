import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createLedger } from "#engine/ledger/createLedger.ts";
import { createSample } from "#engine/sample/createSample.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId } from "#shared/kernel/id.ts";
import type { LedgerDocument } from "#shared/model/ledger.ts";
import { tableNames } from "#shared/model/ledger.ts";
import { type BenchRow, compared } from "./benchRow.ts";
import { benchRows } from "./checkLedger.ts";
import { runJob } from "./job.ts";

const script = fileURLToPath(new URL("./ledgerJobs.ts", import.meta.url));

const size = { contracts: 2_000, invoices: 100_000, payments: 48_000 };
const large = "2,000 contracts, 24,000 instalments, 100,000 invoices, 48,000 payments";

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

async function makeLarge(file: string): Promise<void> {
  const { invoiceGoods, importConflict: _, ...rows } = benchRows(size);
  const ledger = await createLedger({ path: file, clock: systemClock });
  const empty = Object.fromEntries(tableNames.map((table) => [table, []]));
  const invoiceLine = invoiceGoods.map((goods, index) => ({
    id: asId(`line-${index}`),
    seq: 1,
    taxCategoryCode: "3040502020000000000",
    spec: "",
    unitName: "台",
    quantity: decimal("1"),
    unitPrice: null,
    taxRate: "6%",
    ...goods,
  }));
  await ledger.fill({ ...empty, ...rows, invoiceLine } as LedgerDocument["tables"], {});
  await ledger.close();
}
