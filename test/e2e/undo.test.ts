import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDialogs } from "./support/answerDialogs.ts";
import { launchApp, type RunningApp } from "./support/launchApp.ts";

/** A change is mended, taken back and done again by the keyboard alone, in the real window. */
let running: RunningApp;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-undo-"));
  running = await launchApp({ userData: path.join(folder, "program") });
  page = running.page;
  await page.setViewportSize({ width: 1280, height: 800 });
  await answerDialogs(running.app, { save: path.join(folder, "示例账本.jingfei") });
  await page
    .getByRole("button", { name: /打开示例/ })
    .first()
    .click();
  await page.getByText("430,000.00").first().waitFor();
  await page.getByRole("navigation").getByText("核对", { exact: true }).click();
  await page.getByRole("button", { name: /PERF-10/ }).click();
});

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const found = (value: string) => page.getByText(`指标值“${value}”建议写为`);
const dialog = () => page.getByRole("dialog");

describe("撤销", () => {
  it("takes a mended text back once its preview is confirmed", async () => {
    await page.getByRole("button", { name: "一键改正" }).first().click();
    await found(">=30套").waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await dialog().getByText("工作服制作数量").waitFor();
    expect(await dialog().textContent()).toContain("≥30套");
    await page.keyboard.press("Enter");
    await dialog().waitFor({ state: "hidden" });
    await found(">=30套").waitFor();
  });

  it("does it again by Ctrl+Y", async () => {
    await page.keyboard.press("Control+y");
    await dialog().getByText("重做：一键改正 PERF-10").waitFor();
    await page.keyboard.press("Enter");
    await found(">=30套").waitFor({ state: "detached" });
  });

  it("leaves the key to a text that is being typed", async () => {
    await page.getByLabel("筛选问题").fill("台");
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(400);
    expect(await dialog().filter({ visible: true }).count()).toBe(0);
  });
});
