import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDialogs } from "./support/answerDialogs.ts";
import { launchApp, type RunningApp } from "./support/launchApp.ts";

/** What the officer does in a month, from the first start to the papers, with nothing but the window. */
const pictures = path.resolve("out/pictures");
let running: RunningApp;
let page: Page;
let folder: string;
let userData: string;
const inFolder = (name: string) => path.join(folder, name);

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-main-"));
  userData = inFolder("program");
  running = await launchApp({ userData });
  page = running.page;
  await page.setViewportSize({ width: 1440, height: 900 });
});

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const picture = async (name: string) => {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
};
const goTo = (noun: string) => page.getByRole("navigation").getByText(noun, { exact: true }).first().click();
const button = (name: string | RegExp) => page.getByRole("button", { name }).first();

describe("the main job, in the real window", () => {
  it("offers three ways to begin, and opens the sample", async () => {
    await button(/打开示例/).waitFor();
    await picture("start");
    await answerDialogs(running.app, { save: inFolder("示例账本.jingfei") });
    await button(/打开示例/).click();
    await page.getByText("430,000.00").first().waitFor();
    await page.getByText("126,835.00").first().waitFor();
    await picture("workbench");
    expect(existsSync(inFolder("示例账本.jingfei"))).toBe(true);
  });

  it("shows what an import would do before it does it", async () => {
    const [name = ""] = readdirSync(folder).filter((file) => file.endsWith(".xlsx"));
    await answerDialogs(running.app, { open: inFolder(name) });
    await goTo("发票");
    await button("导入发票").click();
    await button("选择文件").click();
    const results = page.getByRole("tablist", { name: "按结果查看" });
    await results.waitFor();
    await picture("import");
    for (const words of [/新增\s*11/, /未变\s*2/, /变更\s*1/, /冲突\s*1/, /拒绝\s*2/]) {
      await expect.poll(() => results.textContent()).toMatch(words);
    }
    await button(/^导入 12 张/).click();
    await page.getByRole("heading", { name: "已导入 12 张发票" }).waitFor();
  });

  it("pays the second quarter on its invoice, checked before it is saved", async () => {
    await goTo("付款");
    await button(/新建付款/).click();
    await page.getByText("按发票", { exact: true }).click();
    await page.getByText("58,800.00").first().click();
    await page.getByText("确定", { exact: true }).first().waitFor();
    await picture("payment");
    await button(/^保\s*存/).click();
    await button("提交审核").click();
    await button("提交审核").click();
    await button("批准").click();
    await page.getByLabel("审批人").fill("顾审批");
    await button("批准").click();
    await button("登记付款").click();
    await button("登记付款").click();
    await page.getByText(/现为“已付”/).waitFor();
    await picture("payment-paid");
  });

  it("shows quarter and month paid, late or open", async () => {
    await goTo("合同");
    await page.getByText("GFL-2022-001").first().click();
    await page.getByText("118,800.00").first().waitFor();
    await picture("contract");
    await goTo("月租");
    await page.getByText("94,104.00").first().waitFor();
    await picture("rentals");
  });

  it("says what is wrong and why, and keeps the reason of who accepts it", async () => {
    await goTo("核对");
    await page.getByText("单笔10,400.00元达到合同起点10,000.00元，未关联合同。").waitFor();
    await picture("checks");
    const before = await page.getByText("CON-01").count();
    expect(before).toBeGreaterThan(0);
    await page
      .getByText("单笔10,400.00元达到合同起点10,000.00元，未关联合同。")
      .locator("xpath=ancestor::*[.//button[normalize-space()='认可' or normalize-space()='认 可']][1]")
      .getByRole("button", { name: /认\s*可/ })
      .click();
    await page.getByLabel("理由").fill("应急制作，已补签合同");
    await page.getByLabel("理由").press("Enter");
    await expect.poll(() => page.getByText(/已认可\s*1/).count()).toBeGreaterThan(0);
  });

  it.each([
    ["项目支出预算明细表", "430,000.00"],
    ["财政项目支出绩效目标申报表", "保持街镇前列"],
    ["付款计划表", "GFL-2022-001"],
  ])("hands in %s as it is seen: workbook and PDF", async (title, words) => {
    await goTo("申报");
    await page.getByRole("link", { name: title, exact: true }).click();
    await page.getByText(words).first().waitFor();
    await picture(`filing-${title}`);
    for (const [format, name] of [
      ["xlsx", "导出 Excel"],
      ["pdf", "导出 PDF"],
    ] as const) {
      const file = inFolder(`${title}.${format}`);
      await answerDialogs(running.app, { save: file });
      await button(name).click();
      await expect.poll(() => existsSync(file), { timeout: 20_000 }).toBe(true);
    }
    const text = execFileSync("pdftotext", ["-layout", inFolder(`${title}.pdf`), "-"], { encoding: "utf8" });
    expect(text).toContain(words);
    expect(
      readFileSync(inFolder(`${title}.xlsx`))
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });

  it("finds its desk again at the next start", async () => {
    await running.close();
    running = await launchApp({ userData });
    page = running.page;
    await page.getByText("185,635.00").first().waitFor();
    expect(await page.getByText("示例账本").count()).toBeGreaterThan(0);
  });
});
