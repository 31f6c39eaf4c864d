import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { AdjustmentView, BudgetExecution } from "#shared/api/budget.ts";
import type { DueList } from "#shared/api/due.ts";
import type { CloseReport, YearView } from "#shared/api/years.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { cli, cliJson } from "#test/engine/support/cli.ts";

async function sample() {
  const db = path.join(testFolder(), "sample.jingfei");
  await cli("init", "--sample", "--db", db);
  return { db, in: (name: string) => path.join(path.dirname(db), name) };
}

describe("due", () => {
  it("lists what waits on a day, in one document or as a table, and exports it", async () => {
    const { db, in: inFolder } = await sample();
    const { data, code } = await cliJson<DueList>("due", "--as-of", "2022-07-08", "--db", db);
    expect({ code, asOf: data.asOf }).toEqual({ code: 0, asOf: "2022-07-08" });
    expect(data.items.some((item) => item.kind === "overdue")).toBe(true);
    const out = inFolder("待办.xlsx");
    const late = await cli("due", "--as-of", "2022-07-08", "--kind", "overdue", "--export", out, "--db", db);
    expect(late.stdout).toContain("已逾期");
    expect(late.stdout).not.toContain("即将到期");
    expect(existsSync(out)).toBe(true);
  });

  it.each([
    [["--kind", "nothing"], "--kind 应为"],
    [["--export", "a.doc"], "--export 的文件名应以 .xlsx 或 .pdf 结尾"],
    [["--year", "22"], "年度应为四位数字"],
    [["--project", "X"], "没有编码为“X”的项目。"],
  ])("refuses %o", async (words, message) => {
    const { db } = await sample();
    const run = await cli("due", ...words, "--db", db);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(message);
  });
});

describe("budget and adjust", () => {
  it("moves money, shows it, and takes it back", async () => {
    const { db } = await sample();
    const words = ["--project", "SQZL-2022", "--from", "网格专职人员工作服", "--to", "宣传费用"];
    const shift = await cliJson<AdjustmentView>(
      "adjust",
      ...words,
      "--amount",
      "100.00",
      "--reason",
      "据实",
      "--date",
      "2022-07-01",
      "--db",
      db,
    );
    expect(shift.data).toMatchObject({ movedCents: 10_000, adjustedOn: "2022-07-01" });
    const allocated = async (asOf: string) => {
      const { data } = await cliJson<BudgetExecution>("budget", "--as-of", asOf, "--db", db);
      return data.projects[0]?.lines.slice(-3).map((line) => line.allocatedCents);
    };
    expect(await allocated("2022-07-08")).toEqual([3_766_000, 4_013_600, 1_810_000]);
    expect(await allocated("2022-06-30")).toEqual([3_776_000, 4_013_600, 1_800_000]);
    await cli("adjust", "void", shift.data.groupId, "--reason", "会议未通过", "--db", db);
    expect(await allocated("2022-07-08")).toEqual([3_776_000, 4_013_600, 1_800_000]);
    expect((await cli("list", "adjustments", "--db", db)).stdout).toContain("已作废：会议未通过");
  });

  it("says what is wrong with a request", async () => {
    const { db } = await sample();
    const adjust = (from: string, amount: string) =>
      cli(
        "adjust",
        "--project",
        "SQZL-2022",
        "--from",
        from,
        "--to",
        "宣传费用",
        "--amount",
        amount,
        "--reason",
        "据实",
        "--db",
        db,
      );
    expect((await adjust("没有这项", "1")).stderr).toContain("这个项目没有名为“没有这项”的预算明细。");
    expect((await adjust("网格巡查处置用品", "0")).stderr).toContain("--amount 应为大于零的金额");
  });

  it("prints the quarters of every line", async () => {
    const { db, in: inFolder } = await sample();
    const out = inFolder("预算执行情况表.pdf");
    const run = await cli(
      "budget",
      "--project",
      "SQZL-2022",
      "--as-of",
      "2022-07-08",
      "--export",
      out,
      "--db",
      db,
    );
    expect(run.stdout).toContain("6月末序时进度 50.00%");
    expect(run.stdout).toContain("按季平均");
    expect(existsSync(out)).toBe(true);
  });
});

describe("year", () => {
  it("checks, closes, and opens again", async () => {
    const { db } = await sample();
    const report = await cliJson<CloseReport>("year", "check", "2022", "--db", db);
    expect(report.code).toBe(1);
    expect(report.data.items.map((item) => item.check)).toContain("openPayments");
    const refused = await cli("year", "close", "2022", "--reason", "年终关账", "--db", db);
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("2022 年度还不能关账：在办付款"),
    });
    const closed = await cliJson<YearView>(
      "year",
      "close",
      "2022",
      "--reason",
      "年终关账",
      "--accept",
      "已报主任",
      "--db",
      db,
    );
    expect(closed.data).toMatchObject({ state: "closed", stateReason: expect.stringContaining("已报主任") });
    const opened = await cliJson<YearView>("year", "open", "2022", "--reason", "补记退款", "--db", db);
    expect(opened.data).toMatchObject({ state: "open", stateReason: "补记退款" });
    const added = await cliJson<YearView>("year", "add", "2023", "--cutoff", "2023-12-20", "--db", db);
    expect(added.data).toMatchObject({ year: 2023, paymentCutoff: "2023-12-20" });
    expect((await cli("year", "list", "--db", db)).stdout).toMatch(/2023 .*开放[\s\S]*2022 .*开放/);
  });
});
