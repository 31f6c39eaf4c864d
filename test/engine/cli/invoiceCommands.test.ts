import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { cli, cliJson } from "#test/engine/support/cli.ts";

async function sample() {
  const folder = testFolder();
  const db = path.join(folder, "a.jingfei");
  await cli("init", "--sample", "--db", db);
  const [name = ""] = readdirSync(folder).filter((file) => file.endsWith(".xlsx"));
  const run = (...words: readonly string[]) => cli(...words, "--db", db);
  return { db, run, list: path.join(folder, name) };
}

const blue = "22312000000071204415";
const red = "22312000000097713320";
const seller = ["--seller", "上海市松江区某事业单位"];

describe("invoices after their import, on the command line", () => {
  it("say what was paid on one that was taken back, and which red one did it", async () => {
    const { db, run, list } = await sample();
    await run("import", "invoices", list);
    const { stdout } = await run("invoices", "red", "--year", "2022");
    expect(stdout).toMatch(new RegExp(`须处理\\] 发票${blue}.*已付款4,012\\.00元`));
    expect(stdout).toContain("付款单：FK-2022-0015");
    expect(stdout).toContain(`蓝字${blue} 4,012.00元 ← 红字${red} -4,012.00元，可付0.00元`);
    const { data } = await cliJson<{ alarms: { excessCents: number; degree: string }[] }>(
      ...["invoices", "red", "--db", db],
    );
    expect(data.alarms.map(({ degree, excessCents }) => [degree, excessCents])).toContainEqual([
      "paid",
      401_200,
    ]);
  });

  it("link a red one by hand, or not any more", async () => {
    const { run, list } = await sample();
    await run("import", "invoices", list);
    expect((await run("invoices", "link", red, "--none")).stdout).toContain("没有对应的蓝字发票");
    expect((await run("invoices", "red")).stdout).toMatch(
      new RegExp(`没有蓝字\\] 红字发票${red}[\\s\\S]*可能是：${blue}`),
    );
    expect((await run("invoices", "link", red, "--blue", blue)).stdout).toContain(`对应蓝字发票${blue}`);
    const refused = await run("invoices", "link", blue, "--blue", red);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("不是红字发票")]);
  });

  it("are entered by hand and voided, checked as in the window", async () => {
    const { run } = await sample();
    const fiscal = ["invoices", "add", "0000012345", "--kind", "财政电子票据", ...seller];
    const words = [...fiscal, "--code", "31010122", "--date", "2022-06-01", "--gross", "1200"];
    expect((await run(...words)).stdout).toContain("已登记发票31010122-0000012345");
    expect((await run(...words)).stderr).toContain("已在账本中");
    expect((await run(...fiscal, "--date", "2022-06-01", "--gross", "1200")).stderr).toContain(
      "代码应为 8 位数字",
    );
    expect(
      (await run(...words.slice(0, 3), "--kind", "车票", "--date", "2022-06-01", ...seller)).stderr,
    ).toContain("--kind 应为");
    const voided = await run("invoices", "void", "31010122-0000012345", "--reason", "登记重了");
    expect(voided.stdout).toContain("已作废发票31010122-0000012345");
    expect((await run("invoices", "void", blue, "--reason", "试验")).stderr).toContain("FK-2022-0015");
  });

  it("are looked at again by the batch that brought them", async () => {
    const { db, run, list } = await sample();
    await run("import", "invoices", list);
    const { data } = await cliJson<{ batch: string; fileName: string }[]>("batches", "--db", db);
    const [latest] = data;
    const { stdout } = await run("batches", "show", latest?.batch ?? "");
    expect(stdout).toContain("发票状态：正常 → 已红冲-全额");
    expect(stdout).toMatch(/冲突 .*价税合计=8,975\.00/);
    expect(stdout).toContain("拒绝");
    expect(stdout).toMatch(new RegExp(`须处理\\] 发票${blue}`));
    expect((await run("batches", "show", "nothing")).code).toBe(2);
  });
});
