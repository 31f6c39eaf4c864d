import path from "node:path";
import { describe, expect, it } from "vitest";
import type { MatchesAccepted, MatchPlanView, MatchRow } from "#shared/api/matching.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { cli, cliJson } from "#test/engine/support/cli.ts";

/** The sample with its export imported. */
async function office(): Promise<string> {
  const db = path.join(testFolder(), "a.jingfei");
  const { data } = await cliJson<{ files: string[] }>("init", "--sample", "--db", db);
  const file = data.files.find((name) => name.endsWith(".xlsx")) ?? "";
  expect((await cli("import", "invoices", file, "--db", db)).code).toBe(0);
  return db;
}

type Accepted = Readonly<{ plan: MatchPlanView; done?: MatchesAccepted }>;

describe("match", () => {
  it("lists what waits, with band, period and reasons", async () => {
    const db = await office();
    const { data } = await cliJson<MatchRow[]>("match", "list", "--year", "2022", "--db", db);
    expect(data.filter(({ band }) => band === "sure")).toHaveLength(4);
    const { stdout } = await cli("match", "list", "--year", "2022", "--db", db);
    expect(stdout).toMatch(/确定.*2022年第2季度.*金额与2022年第2季度未付余额一致/);
    expect(stdout).toContain("需人工");
  });

  it("shows what accepting makes, makes it, and then has nothing left to make", async () => {
    const db = await office();
    const accept = (...more: readonly string[]) =>
      cliJson<Accepted>("match", "accept", "--sure", "--year", "2022", ...more, "--db", db);
    const tried = (await accept("--dry-run")).data;
    expect(tried.plan.payments).toHaveLength(4);
    expect(tried.done).toBeUndefined();
    const made = (await accept()).data;
    expect(made.plan).toEqual(tried.plan);
    expect(made.done).toMatchObject({ newCount: 4, totalCents: 6_826_200 });
    expect((await accept()).data).toMatchObject({ plan: { payments: [] }, done: { step: null } });
  });

  it("takes only what is sure, and a year", async () => {
    const db = await office();
    expect(await cli("match", "accept", "--db", db)).toMatchObject({ code: 2 });
    const wrong = await cli("match", "list", "--year", "二〇二二", "--db", db);
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.stderr).toContain("--year 应为年度");
  });
});
