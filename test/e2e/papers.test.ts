import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDialogs } from "./support/answerDialogs.ts";
import { launchApp, type RunningApp } from "./support/launchApp.ts";

/** Papers of a contract: chosen, dropped, opened, kept, voided; in the real window, with the real dialogs answered. */
let running: RunningApp;
let page: Page;
let folder: string;
let userData: string;
const inFolder = (name: string) => path.join(folder, name);
const pdf = (text: string) => `%PDF-1.4\n${text}\n%%EOF\n`;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-papers-"));
  userData = inFolder("program");
  running = await launchApp({ userData });
  page = running.page;
  await page.setViewportSize({ width: 1280, height: 800 });
  await answerDialogs(running.app, { save: inFolder("示例账本.jingfei") });
  await page
    .getByRole("button", { name: /打开示例/ })
    .first()
    .click();
  await page.getByText("430,000.00").first().waitFor();
  // What the desktop would be asked to open.
  await running.app.evaluate(({ shell }) => {
    shell.openPath = async (opened) => {
      Object.assign(globalThis, { openedPath: opened });
      return "";
    };
  });
});

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const papers = () => page.getByRole("region", { name: "附件" });
const row = (name: string) => papers().getByRole("row").filter({ hasText: name });

/** A notice covers the end of the list until it was read. */
const dismiss = () => page.locator(".ant-notification-notice-close").first().click();

describe("the papers of a contract", () => {
  it("lack a signed scan in the sample", async () => {
    await page.getByRole("navigation").getByText("合同", { exact: true }).click();
    await page.getByText("GFL-2022-007").first().click();
    await row("会签单").waitFor();
    expect(await papers().getByText("合同扫描件").count()).toBe(0);
  });

  it("are added from the dialog", async () => {
    writeFileSync(inFolder("宣传品合同.pdf"), pdf("signed"));
    await answerDialogs(running.app, { open: inFolder("宣传品合同.pdf") });
    await page.getByRole("button", { name: "添加文件" }).click();
    await row("宣传品合同.pdf").waitFor();
  });

  it("are refused when they are programs, and say so", async () => {
    writeFileSync(inFolder("合同.docx"), "MZ not a document");
    await answerDialogs(running.app, { open: inFolder("合同.docx") });
    await page.getByRole("button", { name: "添加文件" }).click();
    await page.getByText("是程序或脚本，不能作为附件").waitFor();
    await dismiss();
  });

  it("are added by dropping them", async () => {
    writeFileSync(inFolder("法律审查.pdf"), pdf("reviewed"));
    await page.evaluate(() => {
      const input = document.createElement("input");
      input.type = "file";
      input.id = "papers";
      document.body.append(input);
    });
    await page.locator("#papers").setInputFiles(inFolder("法律审查.pdf"));
    await page.evaluate(() => {
      const file = document.querySelector<HTMLInputElement>("#papers")?.files?.[0];
      const dataTransfer = new DataTransfer();
      if (file !== undefined) dataTransfer.items.add(file);
      const target = document.querySelector(".jf-paper-drop");
      target?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    await row("法律审查.pdf").waitFor();
  });

  it("are opened as copies that go when the program ends", async () => {
    await row("宣传品合同.pdf").getByText("宣传品合同.pdf").click();
    const openedPath = () =>
      running.app.evaluate(() => Reflect.get(globalThis, "openedPath") as string | undefined);
    await expect.poll(openedPath).toContain("宣传品合同.pdf");
    const copy = (await openedPath()) ?? "";
    expect(copy.startsWith(path.join(userData, "opened"))).toBe(true);
    expect(readFileSync(copy, "utf8")).toBe(pdf("signed"));
  });

  it("are saved where the officer says", async () => {
    await answerDialogs(running.app, { save: inFolder("另存的合同") });
    await row("宣传品合同.pdf").getByRole("button", { name: "另存" }).click();
    await expect.poll(() => existsSync(inFolder("另存的合同.pdf"))).toBe(true);
    expect(readFileSync(inFolder("另存的合同.pdf"), "utf8")).toBe(pdf("signed"));
    await dismiss();
  });

  it("are voided with a reason", async () => {
    await row("法律审查.pdf").getByRole("button", { name: "作废" }).click();
    await page.getByLabel("作废原因").fill("放错了合同");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /作\s*废/ })
      .click();
    await row("法律审查.pdf").waitFor({ state: "detached" });
  });

  it("leave nothing behind outside the ledger", async () => {
    await running.close();
    expect(existsSync(path.join(userData, "opened"))).toBe(false);
    expect(readdirSync(folder).toSorted()).toEqual(
      expect.arrayContaining(["另存的合同.pdf", "宣传品合同.pdf", "示例账本.jingfei"]),
    );
  });
});
