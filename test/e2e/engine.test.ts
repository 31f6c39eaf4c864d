import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDialogs } from "./support/answerDialogs.ts";
import { ask } from "./support/ask.ts";
import { launchApp, type RunningApp } from "./support/launchApp.ts";

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
});
afterAll(() => running.close());

const engineId = async (): Promise<number> => {
  const answer = (await ask(running, "engine.ping", {})) as { data: { processId: number } };
  return answer.data.processId;
};

/** The request that meets the dying engine fails; the next one waits for its successor. */
const askAgain = async (route: string): Promise<unknown> => {
  const answer = await ask(running, route, {});
  return answer.ok ? answer : ask(running, route, {});
};

describe("the engine", () => {
  it("answers from a process of its own", async () => {
    const shellId = await running.app.evaluate(() => process.pid);
    expect(await engineId()).not.toBe(shellId);
  });

  it("says no to what it does not know", async () => {
    expect(await ask(running, "engine.destroy", {})).toMatchObject({
      ok: false,
      error: { code: "bad-request" },
    });
    expect(await ask(running, "engine.ping", { extra: 1 })).toMatchObject({ ok: false });
  });

  it("is replaced when it dies, and the window is told", async () => {
    const before = await engineId();
    await running.page.evaluate(() => {
      document.title = "waiting";
      window.jingfei?.subscribe("engine.restarted", () => {
        document.title = "told";
      });
    });
    process.kill(before, "SIGKILL");
    await running.page.waitForFunction(() => document.title === "told");
    const after = await engineId();
    expect(after).not.toBe(before);
  });

  it("has the ledger open again after it died, with all that was acknowledged", async () => {
    await answerDialogs(running.app, { save: path.join(running.userData, "示例账本.jingfei") });
    const name = { purpose: "ledger", suggestedName: "示例账本", format: "jingfei" };
    const picked = await ask(running, "shell.pickSave", name);
    const { file } = (picked as { data: { file: string } }).data;
    const created = await ask(running, "ledger.create", {
      file,
      sample: true,
      officeName: "",
      officer: "王经办",
      year: 2022,
    });
    expect(created).toMatchObject({ ok: true, data: { ledger: { years: expect.arrayContaining([2022]) } } });
    process.kill(await engineId(), "SIGKILL");
    expect(await askAgain("ledger.status")).toEqual(created);
    // What the officer had picked is known to the new engine as well.
    expect(await ask(running, "ledger.open", { file })).toEqual(created);
  });

  it("answers a page that was loaded again", async () => {
    await running.page.reload();
    expect(await engineId()).toBeGreaterThan(0);
  });
});
