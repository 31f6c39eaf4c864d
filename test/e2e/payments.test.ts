import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDialogs } from "./support/answerDialogs.ts";
import { launchApp, type RunningApp } from "./support/launchApp.ts";

/** From the invoice that waits to the papers for an audit: the way of a payment without a mouse, in the real window. */
let running: RunningApp;
let page: Page;
let folder: string;
const inFolder = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-payments-"));
  running = await launchApp({ userData: inFolder("program") });
  page = running.page;
  await page.setViewportSize({ width: 1280, height: 800 });
  await answerDialogs(running.app, { save: inFolder("示例账本.jingfei") });
  await page
    .getByRole("button", { name: /打开示例/ })
    .first()
    .waitFor();
  await tabTo(/打开示例/);
  await press("Enter");
  await page.getByText("430,000.00").first().waitFor();
  const [name = ""] = readdirSync(folder).filter((file) => file.endsWith(".xlsx"));
  await answerDialogs(running.app, { open: inFolder(name) });
  await press("Control+i");
  await page.getByRole("button", { name: /选择文件$/ }).waitFor();
  await tabTo(/选择文件$/);
  await press("Enter");
  await page.getByRole("button", { name: /^导入 12 张/ }).waitFor();
  await tabTo(/^导入12张/);
  await press("Enter");
  await page.getByRole("heading", { name: "已导入 12 张发票" }).waitFor();
});

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = (...keys: readonly string[]) =>
  keys.reduce<Promise<void>>((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
const type = (text: string) => page.keyboard.insertText(text);
const seen = (text: string | RegExp) => page.getByText(text).first().waitFor();
/** The control that has the keys; nothing where a page or a pane has them as a whole. */
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element.tabIndex < 0) return "";
    return (element.getAttribute("aria-label") ?? element.textContent).replaceAll(/\s/g, "");
  });

/** Goes on by Tab until the control of that name has the keys; what cannot be reached so is a fault. */
async function tabTo(name: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (name.test(await focused())) return;
    await press("Tab");
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** Ctrl+K, a number or the letters of a command, Enter. */
async function find(typed: string, title: RegExp): Promise<void> {
  await press("Control+k");
  await page.getByRole("combobox", { name: "" }).first().waitFor();
  await type(typed);
  await page.getByRole("option", { name: title, selected: true }).waitFor();
  await press("Enter");
  await page.getByRole("listbox", { name: "命令" }).waitFor({ state: "detached" });
}

const detail = () => page.getByRole("complementary");

/** Into the open payment; from there Tab leads to its buttons. */
async function intoDetail(): Promise<void> {
  await expect
    .poll(async () => {
      await press("F6");
      return detail().evaluate((element) => element === document.activeElement);
    })
    .toBe(true);
}

/** The next step of the open payment: Ctrl+Enter asks who takes it, Enter takes it. */
async function step(label: string, by: string, state: string): Promise<void> {
  await press("Control+Enter");
  await page.getByLabel(label).waitFor();
  if (by !== "") await type(by);
  await press("Enter");
  await detail().locator("[aria-current='step']").filter({ hasText: state }).waitFor();
  await page.getByLabel(label).waitFor({ state: "detached" });
}

describe("a payment, by keyboard alone", () => {
  it("is made of a match that is accepted, and sent on its way", async () => {
    await find("pp", /前往匹配/);
    await seen("确定 4");
    await press("ArrowDown", "Space", "Control+Enter");
    await seen(/生成这 1 笔/);
    await press("Enter");
    await seen("已生成付款草稿 1 笔");
    await find("FK-2022-0029", /付款：FK-2022-0029/);
    await seen("提交审核");
    await step("经办人", "", "待审");
    await step("审核人", "陆审核", "待审");
    await page.getByRole("button", { name: "批准" }).waitFor();
  });

  it("is not approved while something blocks it, until that is accepted with a reason", async () => {
    await find("0026", /付款：FK-2022-0026/);
    await seen("有 1 个阻断问题，须改正或在问题上写明理由，才能批准。");
    await press("Control+Enter");
    expect(await page.getByLabel("审批人").count()).toBe(0);
    await intoDetail();
    await tabTo(/^认可$/);
    await press("Enter");
    await page.getByLabel("理由").waitFor();
    await type("应急制作，已补签合同");
    await press("Enter");
    await seen(/已认可：应急制作，已补签合同/);
    await step("审批人", "顾审批", "已批");
    await step("经办人", "", "已付");
  });

  it("comes back in part, and the ledger knows what may still come", async () => {
    await intoDetail();
    await tabTo(/^登记退款$/);
    await press("Enter");
    await page.getByLabel("退款金额").waitFor();
    await type("1000");
    await press("Control+Enter");
    await seen("这是退款");
    await find("0026", /付款：FK-2022-0026/);
    await seen("还可退 9,400.00 元");
  });

  it("gives its papers to an audit in one file", async () => {
    const file = inFolder("审计.zip");
    await answerDialogs(running.app, { save: file });
    await intoDetail();
    await tabTo(/^审计材料$/);
    await press("Enter");
    await expect.poll(() => existsSync(file), { timeout: 15_000 }).toBe(true);
    const names = execFileSync("unzip", ["-Z1", file], { encoding: "utf8" });
    for (const paper of [
      "付款审计材料.pdf",
      "付款审计材料.xlsx",
      "账本数据.json",
      "发票",
      "审批单",
      "校验值.txt",
    ])
      expect(names).toContain(paper);
    const said = execFileSync("unzip", ["-p", file, "*.json"], { encoding: "utf8" });
    expect(said).toContain("应急制作，已补签合同");
  });

  it("loses a refund that was written by mistake to Ctrl+Z", async () => {
    await press("Control+z");
    const dialog = page.getByRole("dialog");
    await dialog
      .getByText(/FK-2022-0030/)
      .first()
      .waitFor();
    await press("Enter");
    await dialog.waitFor({ state: "hidden" });
    await page.getByText("还可退 9,400.00 元").waitFor({ state: "detached" });
  });
});

describe("the year, by keyboard alone", () => {
  it("is not closed while things are open, and says which", async () => {
    await find("前往设置", /前往设置/);
    await tabTo(/经办人$/);
    await press("ArrowRight", "ArrowRight", "Enter");
    await page.getByRole("table", { name: "预算年度" }).waitFor();
    await tabTo(/^关账…$/);
    await press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("FK-2022-0029").first().waitFor();
    await dialog.getByRole("button", { name: /^关\s*账$/ }).press("Enter");
    await press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await expect.poll(focused).toBe("关账…");
    await page.getByRole("table", { name: "预算年度" }).getByText("开放").waitFor();
  });
});
