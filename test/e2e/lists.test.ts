import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRecent } from "#engine/recent.ts";
import { command, press, tabTo } from "./support/keyboard.ts";
import { launchApp, type RunningApp } from "./support/launchApp.ts";
import { longYears, makeLongLedger } from "./support/longLedger.ts";

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
  page.setDefaultTimeout(15_000);
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

/** From the first row to the last and back, and to one in the middle by what is written on it. */
async function goThrough(count: number, title: string, number: string): Promise<void> {
  await counted(`${thousands(count)} 条`);
  await press(page, "ArrowDown", "Home");
  await active().waitFor();
  await expect.poll(place).toBe(1);
  await press(page, "End");
  await expect.poll(place).toBe(count);
  await press(page, "Home");
  await expect.poll(place).toBe(1);
  if (count > 100) {
    await press(page, "PageDown", "PageDown", "ArrowUp");
    await expect.poll(place).toBeGreaterThan(20);
  }
  await press(page, "Control+f");
  await page.keyboard.type(number);
  await counted(count === 1 ? "1 / 1 条" : `1 / ${thousands(count)} 条`);
  await press(page, "ArrowDown");
  expect(await rows().textContent()).toContain(number);
  await press(page, "ArrowDown", "Enter");
  // Of 100,000 payments the findings are still being counted, and the detail comes after.
  await page.locator(".jf-detail h2", { hasText: number }).waitFor({ timeout: 40_000 });
  await press(page, "Escape");
  await page.locator(".jf-detail").waitFor({ state: "detached" });
  await press(page, "Escape");
  await counted(`${thousands(count)} 条`);
  expect(await page.locator("main").evaluate((main) => main.scrollWidth <= main.clientWidth)).toBe(true);
  expect(await page.locator(".jf-table-scroller").evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(
    true,
  );
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

  it("of instalments and contracts, too", async () => {
    await command(page, "前往付款期次", /付款期次/);
    await page.getByRole("heading", { name: "付款期次", exact: true }).waitFor();
    const some = thousands(Math.min(count, 1_000));
    if (count === 0) await page.getByText("还没有付款期次").waitFor();
    else await counted(`${some} 条`);
    await press(page, "Control+3");
    await page.getByRole("heading", { name: "合同", exact: true }).waitFor();
    if (count === 0) await page.getByText("2022 年度还没有合同").waitFor();
    else await counted(`${some} 条`);
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
