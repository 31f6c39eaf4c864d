import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDialogs } from "./support/answerDialogs.ts";
import { launchApp, type RunningApp } from "./support/launchApp.ts";

/** Handing in and going on into the next year, by the keyboard, in the real window. */
let running: RunningApp;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-submit-"));
  running = await launchApp({ userData: path.join(folder, "program") });
  page = running.page;
  await page.setViewportSize({ width: 1280, height: 800 });
  await answerDialogs(running.app, { save: path.join(folder, "示例账本.jingfei") });
  await page
    .getByRole("button", { name: /打开示例/ })
    .first()
    .click();
  await page.getByText("430,000.00").first().waitFor();
  mkdirSync(path.join(folder, "报送"));
});

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const picture = (name: string) =>
  process.env["JINGFEI_PICTURES"] === undefined
    ? Promise.resolve()
    : page
        .screenshot({ path: path.join(process.env["JINGFEI_PICTURES"], `${name}.png`) })
        .then(() => undefined);

const press = async (name: string | RegExp) => {
  const button = page.getByRole("button", { name }).first();
  await button.focus();
  await page.keyboard.press("Enter");
};

describe("handing in by the keyboard", () => {
  it("accepts what stands in the way, one by one, each Enter in its own form", async () => {
    await page.getByRole("navigation").getByText("申报", { exact: true }).click();
    await press(/^报\s?送$/);
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/个问题妨碍报送/).waitFor();
    await picture("submit-blocked");
    await dialog.getByRole("radio", { name: /^妨碍报送/ }).press("Space");
    for (let left = await dialog.getByRole("button", { name: /^认\s?可$/ }).count(); left > 0; left -= 1) {
      await dialog
        .getByRole("button", { name: /^认\s?可$/ })
        .first()
        .focus();
      await page.keyboard.press("Enter");
      await dialog.getByRole("textbox", { name: "理由" }).waitFor();
      await page.keyboard.type("区里同意照此报送");
      await page.keyboard.press("Enter");
      // The list is asked for anew: until then the one that was accepted still looks open.
      if (left > 1) await dialog.getByText(`有 ${left - 1} 个问题妨碍报送`).waitFor();
    }
    await dialog.getByText(/个问题妨碍报送/).waitFor({ state: "detached" });
    expect(readdirSync(path.join(folder, "报送"))).toEqual([]);
    await picture("submit-ready");
  });

  it("writes folder and zip on Ctrl+Enter, and the versions are listed", async () => {
    await answerDialogs(running.app, { open: path.join(folder, "报送") });
    await page.getByRole("dialog").getByLabel("报送名称").focus();
    await page.keyboard.press("Control+Enter");
    // A dozen files with their fonts: the work ends when the dialog is gone.
    await page.getByRole("dialog").waitFor({ state: "detached", timeout: 20_000 });
    const written = readdirSync(path.join(folder, "报送")).toSorted();
    expect(written).toHaveLength(2);
    expect(written[1]).toBe(`${written[0]}.zip`);
    await press(/^版\s?本$/);
    await page.getByText("第 1 版").first().waitFor();
    await page.getByText("两者完全一样。").waitFor();
  });

  it("shows side by side what was changed since", async () => {
    await page.getByRole("navigation").getByText("项目", { exact: true }).click();
    await page.getByRole("row").filter({ hasText: "SQZL-2022" }).first().click();
    await page.getByRole("tab", { name: "经费情况说明" }).click();
    const text = page.getByRole("textbox").last();
    await text.focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("另按季度公开。");
    await page.keyboard.press("Tab");
    await page.getByRole("navigation").getByText("申报", { exact: true }).click();
    await press(/^版\s?本$/);
    await page.getByText("之后有改动").first().waitFor();
    await page.getByRole("button", { name: /^与现在比较 项目经费情况说明/ }).focus();
    await page.keyboard.press("Enter");
    await page.locator("ins").filter({ hasText: "另按季度公开。" }).waitFor();
    await picture("versions");
  });
});

describe("going on into the next year by the keyboard", () => {
  it("shows what would become of everything while prices are raised, and writes it on Ctrl+Enter", async () => {
    await page.getByRole("navigation").getByText("项目", { exact: true }).click();
    await page.getByRole("row").filter({ hasText: "SQZL-2022" }).first().click();
    await press("结转到下年");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("结转清单").waitFor();
    await dialog.getByLabel(/单价和包干金额调整/).focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("3");
    await dialog.getByText("442,900.00").first().waitFor();
    await picture("rollover");
    await page.keyboard.press("Control+Enter");
    await page.getByText(/已结转为 2023 年度项目 SQZL-2023/).waitFor();
    await press("结转清单");
    await page.getByText("没有带入").first().waitFor();
    await picture("rollover-report");
  });
});
