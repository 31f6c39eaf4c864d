import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { HistoryStep, UndoPreview } from "#shared/api/history.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { cli, cliJson } from "#test/engine/support/cli.ts";

let db = "";

beforeEach(async () => {
  db = path.join(testFolder(), "a.jingfei");
  expect((await cli("init", "--sample", "--db", db)).code).toBe(0);
  await call("checks.saveRule", { ruleId: "CON-01", severity: "warn", params: {} });
});

const call = async (route: string, input: object) => {
  const file = `${db}.json`;
  writeFileSync(file, JSON.stringify(input));
  const { code, stderr } = await cli("call", route, "--input", file, "--db", db);
  expect([code, stderr]).toEqual([0, ""]);
};

const severities = async () => {
  const { data } = await cliJson<{ findings: readonly { ruleId: string; severity: string }[] }>(
    "check",
    "--db",
    db,
  );
  return data.findings.filter(({ ruleId }) => ruleId === "CON-01").map(({ severity }) => severity);
};

describe("undo", () => {
  it("says what it would do, does it, and does it again", async () => {
    const tried = await cliJson<UndoPreview & { undone: boolean }>("undo", "--dry-run", "--db", db);
    expect(tried.data).toMatchObject({ undone: false, refusal: null, step: { action: "设置规则 CON-01" } });
    expect(await severities()).toEqual(["warn"]);
    const { code, stdout } = await cli("undo", "--db", db);
    expect([code, stdout.split("\n")[0]]).toEqual([0, "撤销：设置规则 CON-01"]);
    expect(await severities()).toEqual(["block"]);
    expect((await cli("undo", "--redo", "--db", db)).code).toBe(0);
    expect(await severities()).toEqual(["warn"]);
  });

  it("says plainly what can not be undone", async () => {
    await cli("undo", "--db", db);
    const again = await cli("undo", "--db", db);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain("。");
    expect((await cli("undo", "--step", "0", "--db", db)).stderr).toContain("--step 应为 1 到");
    expect((await cli("undo", "--step", "1", "--redo", "--db", db)).stderr).toContain("只能写一个");
  });
});

describe("history", () => {
  it("shows the latest steps, and those of one record by its number", async () => {
    const latest = await cliJson<readonly HistoryStep[]>("history", "--limit", "1", "--db", db);
    expect(latest.data).toMatchObject([{ action: "设置规则 CON-01", records: [{ kind: "add" }] }]);
    const { stdout } = await cli("history", "--limit", "1", "--db", db);
    expect(stdout).toContain("新增规则设置 CON-01");
    expect(stdout).toContain("级别：（空） → 警告");
    const { data } = await cliJson<readonly { code: string }[]>("list", "projects", "--db", db);
    const project = data[0]?.code ?? "";
    expect((await cliJson<readonly HistoryStep[]>("history", "--record", project, "--db", db)).code).toBe(0);
    expect((await cli("history", "--record", "HT-没有", "--db", db)).code).toBe(2);
    expect((await cli("history", "--limit", "0", "--db", db)).stderr).toContain(
      "--limit 应为 1 到 500 的整数",
    );
  });
});
