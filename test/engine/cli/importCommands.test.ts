import path from "node:path";
import { describe, expect, it } from "vitest";
import type { ImportCounts, ImportIssue } from "#shared/invoices/preview.ts";
import { cents } from "#shared/kernel/cents.ts";
import { exportOf, invoiceOf } from "#test/engine/invoices/office.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { cli, cliJson } from "#test/engine/support/cli.ts";

type Imported = Readonly<{
  error?: Readonly<{ code: string; message: string; hint: string }>;
  batch?: string | null;
  counts: ImportCounts;
  issues: readonly ImportIssue[];
}>;

async function emptyLedger(): Promise<string> {
  const db = path.join(testFolder(), "a.jingfei");
  await cli("init", "--db", db);
  return db;
}

/** Every invoice states another sum than its lines have. */
const contradictory = (count: number): Promise<string> => {
  const header = { grossCents: cents(10_700), netCents: cents(10_100) };
  return exportOf(Array.from({ length: count }, (_, at) => invoiceOf(at + 1, { header })));
};

const imports = (file: string, db: string, ...options: readonly string[]) =>
  cliJson<Imported>("import", "invoices", file, "--db", db, ...options);

describe("import invoices", () => {
  it("says batch, counts and issues, and of a trial the same without a batch", async () => {
    const db = await emptyLedger();
    const file = await exportOf([invoiceOf(1), invoiceOf(2)]);
    const trial = await imports(file, db, "--dry-run");
    expect([trial.code, trial.data.batch, trial.data.counts.new]).toEqual([0, null, 2]);
    const { code, data } = await imports(file, db);
    expect([code, data.batch, data.counts]).toEqual([0, expect.any(String), trial.data.counts]);
    expect(data).not.toHaveProperty("error");
  });

  it("says beside the error what is wrong with a file that contradicts itself, and takes nothing", async () => {
    const db = await emptyLedger();
    const file = await contradictory(25);
    const { code, data, stderr } = await imports(file, db);
    expect(code).toBe(2);
    expect(Object.keys(data)).toEqual(["error", "counts", "issues"]);
    expect(data.error).toMatchObject({ code: "refused", message: expect.stringContaining("INV-13") });
    expect(stderr).toContain(data.error?.message);
    expect(data.counts).toMatchObject({ rows: 50, new: 0, rejected: 50 });
    expect(data.issues.map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toEqual(
      Array.from({ length: 20 }, () => "INV-13 block"),
    );
    expect((await cliJson<unknown[]>("list", "batches", "--db", db)).data).toEqual([]);
  });

  it("shows such a file whole when it is only tried, and to people in a sentence", async () => {
    const db = await emptyLedger();
    const file = await contradictory(25);
    const trial = await imports(file, db, "--dry-run");
    expect([trial.code, trial.data.issues.length]).toEqual([0, 25]);
    const told = await cli("import", "invoices", file, "--db", db);
    expect([told.code, told.stdout]).toEqual([2, ""]);
    expect(told.stderr).toMatch(/没有导入（INV-13）.*\n.*重新导出/);
  });
});
