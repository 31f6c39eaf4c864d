import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDialogs } from "./support/answerDialogs.ts";
import { keysAt, press, tabTo } from "./support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "./support/sampleOffice.ts";

/** 100,000 invoices of one list through the real window, by keyboard: it goes on, is stopped, is looked through, goes in. */
let office: SampleOffice;
let folder: string;

const count = 100_000;
const numberOf = (index: number): string => `2231200000001${String(index).padStart(7, "0")}`;
const file = () => path.join(folder, "十万张.csv");

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-long-list-"));
  const rows = Array.from(
    { length: count },
    (_, index) => `${numberOf(index)},2022-06-${10 + (index % 20)},上海示例服务有限公司,100.00,6.00,106.00`,
  );
  writeFileSync(file(), `数电发票号码,开票日期,销方名称,金额,税额,价税合计\n${rows.join("\n")}\n`);
  office = await openSampleOffice();
  office.page.setDefaultTimeout(60_000);
});

afterAll(async () => {
  await office.end();
  rmSync(folder, { recursive: true, force: true });
});

const results = () => office.page.getByRole("tablist", { name: "按结果查看" });
const progress = () => office.page.locator(".jf-progress");

/** Milliseconds until what is under way is gone after its button to stop it was pressed. */
async function stop(): Promise<number> {
  await tabTo(office.page, "停止");
  const began = performance.now();
  await press(office.page, "Enter");
  await progress().waitFor({ state: "detached" });
  return performance.now() - began;
}

/** Half a second where nothing else runs; six times that where every processor has six tasks. */
const longestStop = 3_000;

describe("a list of 100,000 invoices", () => {
  it("says how far it is, and stops at once when it is told to", async () => {
    const { page } = office;
    await press(page, "Control+i");
    await keysAt(page, "选择文件");
    await answerDialogs(office.running.app, { open: file() });
    await press(page, "Enter");
    await progress().getByText("读取文件").waitFor();
    expect(await stop()).toBeLessThan(longestStop);
    await page.getByText("已停止，账本没有改动").waitFor();
  });

  it("is looked through to its last row, of which one is left out", async () => {
    const { page } = office;
    // Whoever stopped goes on from there.
    await keysAt(page, "下一步：核对");
    await press(page, "Enter");
    await results().waitFor();
    await keysAt(page, "导入 100,000 张");
    await tabTo(page, "导入预览 新增");
    await press(page, "End", " ");
    const { row } = await office.activeRow();
    expect(row).toContain(numberOf(count - 1));
    await page.getByRole("button", { name: "导入 99,999 张" }).waitFor();
    await press(page, "Control+f");
    await page.keyboard.type(numberOf(77_777));
    await page.getByText("1 / 100,000 条").waitFor();
    await press(page, "Escape");
  });

  it("is stopped half written, and nothing of it is in the ledger", async () => {
    const { page } = office;
    const before = (await office.held("invoices.list", { fiscalYear: null })).length;
    await tabTo(page, "导入 99,999 张", "Shift+Tab");
    await press(page, "Enter");
    await progress().getByText("写入账本").waitFor();
    expect(await stop()).toBeLessThan(longestStop);
    expect((await office.held("invoices.list", { fiscalYear: null })).length).toBe(before);
  });

  it("goes in, and its batch is looked through as far", async () => {
    const { page } = office;
    await tabTo(page, "导入 99,999 张", "Shift+Tab");
    await press(page, "Enter");
    await page.getByRole("heading", { name: "已导入 99,999 张发票" }).waitFor();
    await tabTo(page, "查看批次");
    await press(page, "Enter");
    await page.getByRole("grid", { name: /^逐行结果/ }).waitFor();
    await press(page, "F6");
    await tabTo(page, "没有选取");
    await press(page, "ArrowLeft");
    await page.getByRole("grid", { name: "逐行结果 新增" }).waitFor();
    await tabTo(page, "逐行结果 新增");
    await press(page, "End", "Enter");
    await page
      .locator(".jf-batch-row")
      .getByText(numberOf(count - 2))
      .waitFor();
    expect(office.complaints).toEqual([]);
  });
});
