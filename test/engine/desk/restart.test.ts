import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Engine, startEngine } from "#engine/engine.ts";
import { fileToken } from "#shared/api/fields.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { deskOn } from "#test/engine/support/sampleDesk.ts";
import { testClock } from "#test/engine/support/testClock.ts";
import { type TestWindow, testWindow } from "#test/engine/support/window.ts";

type Started = TestWindow & Readonly<{ engine: Engine; create: (name: string) => Promise<void> }>;

/** The engine as its process starts it, with a window that asks at once. */
function start(folder: string): Started {
  const engine = startEngine({ userData: folder, documents: folder, version: "0.0.0" });
  onTestFinished(() => engine.stop());
  const window = testWindow();
  engine.connect(window.port);
  return {
    ...window,
    engine,
    create: async (name) => {
      const file = fileToken.parse(randomUUID());
      engine.grant({ token: file, path: path.join(folder, name), access: "write" });
      await window.ask("ledger.create", {
        file,
        sample: false,
        officeName: "示例街道",
        officer: "王经办",
        year: 2022,
      });
    },
  };
}

describe("after a restart", () => {
  it("the ledger that was open is open again, for a window that asked before it was", async () => {
    const folder = testFolder();
    const first = start(folder);
    await first.create("甲.jingfei");
    await first.ask("office.saveOfficer", { officer: "赵经办" });
    await first.engine.stop();
    const second = start(folder);
    expect(await second.ask("ledger.status", {})).toMatchObject({
      ledger: { name: "甲" },
      officer: "赵经办",
      failure: null,
    });
  });

  it("one that was closed stays closed", async () => {
    const folder = testFolder();
    const first = start(folder);
    await first.create("甲.jingfei");
    await first.ask("ledger.close", {});
    await first.engine.stop();
    expect(await start(folder).ask("ledger.status", {})).toMatchObject({
      ledger: null,
      failure: null,
      recent: [{ name: "甲" }],
    });
  });

  it("a ledger that is gone leaves the start page and says so, until another one is open", async () => {
    const folder = testFolder();
    const first = start(folder);
    await first.create("甲.jingfei");
    await first.engine.stop();
    renameSync(path.join(folder, "甲.jingfei"), path.join(folder, "移走.jingfei"));
    const second = start(folder);
    const status = await second.ask("ledger.status", {});
    expect(status).toMatchObject({ ledger: null, recent: [{ name: "甲" }] });
    expect(status.failure?.message).toBe(`找不到账本：${path.join(folder, "甲.jingfei")}`);
    expect(status.failure?.hint).not.toBe("");
    expect(readFileSync(path.join(folder, "logs", "engine.log"), "utf8")).toContain("reopen");
    await second.create("乙.jingfei");
    expect((await second.ask("ledger.status", {})).failure).toBeNull();
  });

  it("a ledger that is open elsewhere leaves the start page and says where", async () => {
    const folder = testFolder();
    const first = start(folder);
    await first.create("甲.jingfei");
    await first.engine.stop();
    await deskOn(path.join(folder, "甲.jingfei"), testClock());
    const status = await start(folder).ask("ledger.status", {});
    expect(status.ledger).toBeNull();
    expect(status.failure?.message).toContain(`正被另一个经费工作台窗口或命令使用（进程 ${process.pid}`);
  });

  it("a damaged memory of the last time is none", async () => {
    const folder = testFolder();
    writeFileSync(path.join(folder, "recent.json"), "{");
    expect(await start(folder).ask("ledger.status", {})).toMatchObject({
      ledger: null,
      recent: [],
      failure: null,
    });
  });
});

describe("stopping", () => {
  it("waits for what is being written", async () => {
    const folder = testFolder();
    const first = start(folder);
    await first.create("甲.jingfei");
    const saved = first.ask("office.saveOfficer", { officer: "最后一刻" });
    // The request is under way when the shell says stop.
    await new Promise((resolve) => setImmediate(resolve));
    await first.engine.stop();
    const answer = await saved.catch((error: unknown) => String(error));
    const second = start(folder);
    const { officer } = await second.ask("ledger.status", {});
    // Either it was acknowledged and is there, or it was refused and is not.
    if (typeof answer === "string") expect([officer, answer]).not.toContain("最后一刻");
    else expect(officer).toBe("最后一刻");
  });
});
