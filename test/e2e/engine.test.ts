import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

  it("answers a page that was loaded again", async () => {
    await running.page.reload();
    expect(await engineId()).toBeGreaterThan(0);
  });
});
