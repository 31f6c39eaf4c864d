import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { launchApp, type RunningApp } from "./support/launchApp.ts";
import { launchSettings } from "./support/launchSettings.ts";

let running: RunningApp | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

describe("the program", () => {
  it("runs once: a second start ends and brings the first to the front", async () => {
    running = await launchApp();
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const { executable, args, env } = launchSettings();
    const second = spawn(executable, [...args], {
      env: { ...process.env, ...env, JINGFEI_USER_DATA: running.userData },
      stdio: "ignore",
    });
    expect(await once(second, "exit")).toEqual([0, null]);
    const minimized = () =>
      running?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
    await expect.poll(minimized).toBe(false);
  });

  it("ends its engine when the window is closed", async () => {
    running = await launchApp();
    const answer = await running.page.evaluate(() => window.jingfei?.request("engine.ping", {}).result);
    const { processId } = JSON.parse(answer ?? "").data;
    await running.close();
    running = undefined;
    // Its parent is gone first; the system takes it away a moment later.
    await expect.poll(() => isRunning(processId)).toBe(false);
  });
});

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
