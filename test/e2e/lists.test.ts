import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRecent } from "#engine/recent.ts";
import { command, press, tabTo } from "./support/keyboard.ts";
import { launchApp, type RunningApp } from "./support/launchApp.ts";
import { longYears, makeLongLedger, mostGroups, vendorCount } from "./support/longLedger.ts";

/** Lists of none, one, 1,000 and 100,000 rows, opened and gone through by the keyboard alone in the real window. */
let running: RunningApp;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-lists-"));
  const [ledger, userData] = [path.join(folder, "长账本.jingfei"), path.join(folder, "program")];
  await makeLongLedger(ledger);
  mkdirSync(userData);
  await createRecent(userData).opened(ledger);
  running = await launchApp({ userData });
  page = running.page;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("heading", { name: "工作台" }).waitFor();
});

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

type Year = keyof typeof longYears;

const grid = () => page.locator("main [role='grid']");
const rows = () => grid().locator("tbody tr");
const active = () => grid().locator("tr.jf-active");
const counted = (text: string) =>
  page.locator(".jf-table-toolbar [role='status']", { hasText: text }).waitFor();
const thousands = (count: number) => count.toLocaleString("en-US");
/** Which row of the list has the keys, from 1. */
const place = async () => Number(await active().getAttribute("aria-rowindex"));

async function toYear(year: Year): Promise<void> {
  await press(page, "Control+j");
  await tabTo(page, "预算年度", "Shift+Tab");
  await press(page, "ArrowDown");
  const option = page.locator(".ant-select-item-option-active").filter({ visible: true });
  await option.waitFor();
  while ((await option.textContent()) !== `${year} 年度`) await press(page, "ArrowDown");
  await press(page, "Enter");
  await option.waitFor({ state: "hidden" });
}

/** From the first row to the last and back, and a page down where there are pages. */
async function upAndDown(count: number): Promise<void> {
  await counted(`${thousands(count)} 条`);
  await press(page, "ArrowDown", "Home");
  await active().waitFor();
  await expect.poll(place).toBe(1);
  await press(page, "End");
  await expect.poll(place).toBe(count);
  await press(page, "Home");
  await expect.poll(place).toBe(1);
  if (count <= 100) return;
  await press(page, "PageDown", "PageDown", "ArrowUp");
  await expect.poll(place).toBeGreaterThan(20);
}

/** To the one row on which that is written. */
async function lookFor(text: string, count: number): Promise<void> {
  await press(page, "Control+f");
  await page.keyboard.type(text);
  await counted(count === 1 ? "1 / 1 条" : `1 / ${thousands(count)} 条`);
  await press(page, "ArrowDown");
  expect(await rows().textContent()).toContain(text);
}

const noneCutOff = async () => {
  expect(await page.locator("main").evaluate((main) => main.scrollWidth <= main.clientWidth)).toBe(true);
  expect(await page.locator(".jf-table-scroller").evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(
    true,
  );
};

/** Up and down the list, to one row in it by what is written there, into its detail and back. */
async function goThrough(count: number, title: string, text: string): Promise<void> {
  await upAndDown(count);
  await lookFor(text, count);
  await press(page, "ArrowDown", "Enter");
  // Of 100,000 payments the findings are still being counted, and the detail comes after.
  await page.locator(".jf-detail h2", { hasText: text }).waitFor({ timeout: 40_000 });
  await press(page, "Escape");
  await page.locator(".jf-detail").waitFor({ state: "detached" });
  await press(page, "Escape");
  await counted(`${thousands(count)} 条`);
  await noneCutOff();
  expect(await grid().getAttribute("aria-label")).toContain(title);
}

/** Sorts by a column through its title; the row that had the keys keeps them wherever it goes. */
async function sortBy(title: string): Promise<void> {
  await tabTo(page, title, "Shift+Tab");
  await press(page, "Enter");
  await page.locator("th[aria-sort='ascending']", { hasText: title }).waitFor();
}

const sumOf = (count: number): string =>
  ((50_000 * count + (count * (count - 1)) / 2) / 100).toLocaleString("en-US", { minimumFractionDigits: 2 });

describe.each([2022, 2021, 2020, 2019] as const)("the lists of %i", (year) => {
  const count = longYears[year];
  const last = String(Math.max(0, count - 1));

  it(`of invoices hold ${count}`, async () => {
    await press(page, "Control+5");
    await page.getByRole("heading", { name: "发票", exact: true }).waitFor();
    await toYear(year);
    if (count === 0) {
      await page.getByText("还没有发票").waitFor();
      return;
    }
    await counted(`${thousands(count)} 条`);
    // Two turns in one breath are none: the list of years would keep the keys.
    await press(page, "Control+9");
    await page.getByRole("heading", { name: "设置", exact: true }).waitFor();
    await press(page, "Control+5");
    await page.getByRole("heading", { name: "发票", exact: true }).waitFor();
    await goThrough(count, "发票", `${year}${last.padStart(16, "0")}`);
    expect(await page.locator("tfoot").textContent()).toContain(sumOf(count));
    await sortBy("价税合计");
    await expect.poll(() => rows().first().textContent()).toContain("500.00");
  });

  const contract = `租赁合同${year}${last.padStart(6, "0")}`;

  it(`of contracts hold ${count}`, async () => {
    await press(page, "Control+3");
    await page.getByRole("heading", { name: "合同", exact: true }).waitFor();
    if (count === 0) {
      await page.getByText("2022 年度还没有合同").waitFor();
      return;
    }
    await goThrough(count, "合同", contract);
    await sortBy("合同编号");
    await expect.poll(() => rows().first().textContent()).toContain(`HT-${year}-000000`);
  });

  it(`of instalments hold ${count}`, async () => {
    await command(page, "前往付款期次", /付款期次/);
    await page.getByRole("heading", { name: "付款期次", exact: true }).waitFor();
    if (count === 0) {
      await page.getByText("还没有付款期次").waitFor();
      return;
    }
    await upAndDown(count);
    expect(await page.locator("tfoot").textContent()).toContain(sumOf(count));
    await noneCutOff();
    await lookFor(contract, count);
    // An instalment is opened with its contract.
    await press(page, "ArrowDown", "Enter");
    await page.locator(".jf-detail h2", { hasText: contract }).waitFor({ timeout: 40_000 });
    await press(page, "F6", "Escape");
    await page.locator(".jf-detail").waitFor({ state: "detached" });
  });

  it(`of payments hold ${count}`, async () => {
    await press(page, "Control+6");
    await page.getByRole("heading", { name: "付款", exact: true }).waitFor();
    if (count === 0) {
      await page.getByText("还没有付款").waitFor();
      return;
    }
    await counted(`${thousands(count)} 条`);
    await press(page, "ArrowDown", " ");
    await page.getByText("已选 1 笔").waitFor();
    await press(page, " ");
    await page.getByText("已选 1 笔").waitFor({ state: "detached" });
    expect(await page.locator("tfoot").textContent()).toContain(sumOf(count));
    await goThrough(count, "付款", `FK-${year}-${last.padStart(6, "0")}`);
  });
});

describe("lists of what is let, needed and bought from", () => {
  const groups = mostGroups;
  const lastGroup = String(groups - 1).padStart(6, "0");

  it("hold 1,000 rentals, month by month", async () => {
    await toYear(2020);
    await press(page, "Control+4");
    const matrix = page.getByRole("grid", { name: "月租" });
    await matrix.waitFor();
    await page
      .getByText(`${thousands(groups)} 项`)
      .first()
      .waitFor();
    await press(page, "ArrowDown", "Control+Home");
    await expect.poll(() => matrix.getAttribute("aria-activedescendant")).toMatch(/-0-0$/);
    await press(page, "Control+End");
    await expect.poll(() => matrix.getAttribute("aria-activedescendant")).toMatch(/-999-11$/);
    await page.getByText(`记录仪${lastGroup}`).first().waitFor();
  });

  it("hold 1,000 needs", async () => {
    await command(page, "前往其他需求", /前往其他需求/);
    await page.getByRole("grid", { name: "其他需求 2020" }).waitFor();
    await goThrough(groups, "其他需求", `用品${lastGroup}`);
  });

  it(`hold ${vendorCount} vendors`, async () => {
    await command(page, "前往供应商", /前往供应商/);
    await page.getByRole("grid", { name: "供应商" }).waitFor();
    await goThrough(vendorCount, "供应商", `上海第${vendorCount - 1}服务有限公司`);
  });
});
