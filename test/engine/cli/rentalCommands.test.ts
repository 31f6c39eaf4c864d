import path from "node:path";
import { describe, expect, it } from "vitest";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { cli, cliJson } from "#test/engine/support/cli.ts";

async function sample(): Promise<string> {
  const db = path.join(testFolder(), "a.jingfei");
  await cli("init", "--sample", "--db", db);
  return db;
}

describe("rentals and needs on the command line", () => {
  it("are listed by month, with the rent of the year", async () => {
    const db = await sample();
    const { data } = await cliJson<{ name: string; months: { quantity: string; dueCents: number }[] }[]>(
      "list",
      "rentals",
      "--db",
      db,
    );
    expect(
      data.map(({ name, months }) => [name, months.length, months[0]?.quantity, months[0]?.dueCents]),
    ).toEqual([
      ["巡查记录仪", 12, "26", 221_000],
      ["网格工作手机", 12, "68", 401_200],
      ["对讲机", 12, "36", 162_000],
    ]);
    const { stdout } = await cli("list", "rentals", "--db", db);
    expect(stdout).toContain("26×85");
    expect(stdout).toContain("26,520.00");
  });

  it("show a register, and say where there is none of that name", async () => {
    const db = await sample();
    const { data } = await cliJson<{ inServiceToday: number; devices: { holder: string }[] }>(
      "list",
      "devices",
      "对讲机",
      "--db",
      db,
    );
    expect([data.inServiceToday, data.devices.length, data.devices[0]?.holder]).toEqual([36, 36, "网格员01"]);
    const missing = await cli("list", "devices", "平板", "--db", db);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain("找不到月租 “平板”。");
  });

  it("say who is due a uniform and why, and what each need comes to", async () => {
    const db = await sample();
    const { data: needs } = await cliJson<{ name: string; dueCount: number | null }[]>(
      "list",
      "needs",
      "--db",
      db,
    );
    expect(needs).toHaveLength(9);
    expect(needs[0]).toMatchObject({ name: "网格专职人员工作服", dueCount: 32, plannedCents: 3_776_000 });
    const { stdout } = await cli("list", "people-due", "网格专职人员工作服", "--db", db);
    expect(stdout).toContain("2020-08-03 领取，满 2 年");
    expect(stdout).toContain("应发 32 人，37,760.00 元");
  });
});
