import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ledgerDocument } from "#shared/model/ledger.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { cli, cliJson } from "#test/engine/support/cli.ts";

async function sample(): Promise<Readonly<{ folder: string; db: string; files: readonly string[] }>> {
  const folder = testFolder();
  const db = path.join(folder, "a.jingfei");
  const { data } = await cliJson<{ files: string[] }>("init", "--sample", "--db", db);
  return { folder, db, files: data.files };
}

describe("the command line", () => {
  it("makes the sample office with its invoice export", async () => {
    const { db, files } = await sample();
    expect(existsSync(db)).toBe(true);
    expect(files.map((file) => existsSync(file))).toEqual([true]);
  });

  it("lists the project with its money in 分", async () => {
    const { db } = await sample();
    const { data, code } = await cliJson<Record<string, unknown>[]>("list", "projects", "--db", db);
    expect(code).toBe(0);
    expect(data).toMatchObject([
      { code: "SQZL-2022", name: "社区综合治理", fiscalYear: 2022, annualCents: 43_000_000 },
    ]);
  });

  it("takes the options of all commands before the command, too", async () => {
    const { db } = await sample();
    const after = await cli("list", "projects", "--db", db, "--json");
    expect(after.code).toBe(0);
    expect(await cli("--db", db, "--json", "list", "projects")).toEqual(after);
    expect(await cli("--json", `--db=${db}`, "list", "projects")).toEqual(after);
  });

  it("lists a schedule that adds up to the contracts with a sum", async () => {
    const { db } = await sample();
    const schedule = await cliJson<{ contractNo: string; amountCents: number }[]>(
      "list",
      "schedule",
      "--db",
      db,
    );
    const contracts = await cliJson<{ contractNo: string; plannedCents: number }[]>(
      "list",
      "contracts",
      "--db",
      db,
    );
    const sums = new Map<string, number>();
    for (const row of schedule.data)
      sums.set(row.contractNo, (sums.get(row.contractNo) ?? 0) + row.amountCents);
    const planned = contracts.data.filter((row) => row.plannedCents > 0);
    expect(planned.length).toBeGreaterThan(3);
    expect(planned.map((row) => [row.contractNo, sums.get(row.contractNo)])).toEqual(
      planned.map((row) => [row.contractNo, row.plannedCents]),
    );
  });

  it("checks: blocking findings make the exit code 1, with sentence, remedy, objects and figures", async () => {
    const { db } = await sample();
    type Finding = Readonly<{
      ruleId: string;
      severity: string;
      message: string;
      remedy: string;
      subjects: object[];
    }>;
    const { code, data } = await cliJson<{ findings: Finding[]; summary: { block: number } }>(
      "check",
      "--project",
      "SQZL-2022",
      "--as-of",
      "2022-07-08",
      "--db",
      db,
    );
    expect(code).toBe(1);
    const blocking = data.findings.filter((finding) => finding.severity === "block");
    expect(data.summary.block).toBe(blocking.length);
    expect(blocking.every((finding) => finding.message !== "" && finding.remedy !== "")).toBe(true);
    expect(data.findings.every((finding) => finding.subjects.length > 0)).toBe(true);
  });

  it("dumps a ledger that loads into a new one and dumps the same again", async () => {
    const { db, folder } = await sample();
    const first = await cli("dump", "--db", db, "--json");
    expect(ledgerDocument.safeParse(JSON.parse(first.stdout)).success).toBe(true);
    const file = path.join(folder, "dump.json");
    writeFileSync(file, first.stdout);
    const copy = path.join(folder, "b.jingfei");
    expect(await cli("load", file, "--db", copy)).toMatchObject({ code: 0 });
    const second = await cli("dump", "--db", copy, "--json");
    expect(second.stdout).toBe(first.stdout);
  });

  it("loads into a ledger that was made but is still empty, and never over one with rows", async () => {
    const { db, folder } = await sample();
    const file = path.join(folder, "dump.json");
    writeFileSync(file, (await cli("dump", "--db", db)).stdout);
    const empty = path.join(folder, "empty.jingfei");
    await cli("init", "--db", empty);
    expect(await cli("load", file, "--db", empty)).toMatchObject({ code: 0 });
    const refused = await cli("load", file, "--db", db);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("账本里已有数据");
  });

  it.each(["budget", "targets", "payPlan", "rentalMonths"])(
    "exports %s as a workbook and as PDF",
    async (form) => {
      const { db, folder } = await sample();
      for (const [format, start] of [
        ["xlsx", "PK"],
        ["pdf", "%PDF"],
      ] as const) {
        const out = path.join(folder, `${form}.${format}`);
        const run = await cli(
          "export",
          form,
          "--project",
          "SQZL-2022",
          "--format",
          format,
          "--out",
          out,
          "--db",
          db,
        );
        expect(run).toMatchObject({ code: 0, stderr: "" });
        expect(readFileSync(out).subarray(0, start.length).toString()).toBe(start);
      }
    },
  );

  it("exports a register of a year and the slips of a payment, and says which option a paper takes", async () => {
    const { db, folder } = await sample();
    const out = path.join(folder, "out.xlsx");
    const to = ["--format", "xlsx", "--out", out, "--db", db] as const;
    expect(await cli("export", "invoices", "--year", "2022", ...to)).toMatchObject({ code: 0, stderr: "" });
    expect(await cli("export", "approvalSlip", "--payment", "FK-2022-0001", ...to)).toMatchObject({
      code: 0,
    });
    const unknown = await cli("export", "voucherSlip", "--payment", "FK-0", ...to);
    expect(unknown.stderr).toContain("没有编号为“FK-0”的付款。");
    const wrong = await cli("export", "voucherSlip", "--project", "SQZL-2022", ...to);
    expect(wrong.stderr).toContain("《票据粘贴单》不用 --project");
    const without = await cli("export", "voucherSlip", ...to);
    expect(without.stderr).toContain("缺少 --payment");
  });

  it("prints the shape of a ledger document", async () => {
    const { data, code } = await cliJson<{ type: string }>("schema");
    expect([code, data.type]).toEqual([0, "object"]);
  });
});

describe("bad use and bad input", () => {
  it.each([
    [["frobnicate"], "没有这个命令"],
    [["list", "nothing", "--db", "a"], "没有这个命令：list nothing\n"],
    [["--db", "a"], "没有写命令"],
    [["list", "projects"], "缺少 --db"],
    [["list", "projects", "--db", "a", "--db", "b"], "只能写一次"],
    [["list", "projects", "extra", "--db", "a"], "多余的参数"],
    [["check", "--as-of", "yesterday", "--db", "/nowhere/a.jingfei"], "--as-of"],
    [["export", "poem", "--project", "p", "--format", "pdf", "--out", "o", "--db", "a"], "应为"],
    [["list", "projects", "--db", "/nowhere/a.jingfei"], "找不到账本"],
    [["init", "--colour", "--db", "a"], "--colour"],
  ])("%j is refused with exit code 2 and says why", async (argv, words) => {
    const run = await cli(...argv);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe("");
    expect(run.stderr).toContain(words);
  });

  it("with --json the error is the one document on stdout", async () => {
    const run = await cliJson<{ error: { code: string; message: string } }>(
      "list",
      "projects",
      "--db",
      "/nowhere/a",
    );
    expect(run.code).toBe(2);
    expect(run.data.error.code).toBe("not-found");
    expect(run.stderr).toContain(run.data.error.message);
  });

  it("refuses a day that is none, and a project that is not there", async () => {
    const { db } = await sample();
    const day = await cli("check", "--as-of", "2022-02-30", "--db", db);
    expect([day.code, day.stderr.includes("--as-of")]).toEqual([2, true]);
    const project = await cli("check", "--project", "NONE", "--db", db);
    expect([project.code, project.stderr.includes("NONE")]).toEqual([2, true]);
  });

  it("never makes a new ledger over a file that is there", async () => {
    const { db } = await sample();
    const before = readFileSync(db);
    expect(await cli("init", "--db", db)).toMatchObject({ code: 2 });
    expect(readFileSync(db).equals(before)).toBe(true);
  });
});
