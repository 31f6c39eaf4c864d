import { existsSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "#shared/kernel/dates.ts";
import { answerDialogs } from "../support/answerDialogs.ts";
import { command, fillIn, focusedName, keysAt, press, tabTo } from "../support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "../support/sampleOffice.ts";

/** A price changed in mid-term, what is voided whole, the order of funds, the execution sheet, the log: without a mouse. */
let desk: SampleOffice;

beforeAll(async () => {
  desk = await openSampleOffice();
});
afterAll(() => desk.end());

const keys = (...pressed: readonly string[]) => press(desk.page, ...pressed);
const scope = { fiscalYear: 2022, projectId: null };

const asNeeded = "GFL-2022-007";

async function price(fields: Readonly<Record<string, string>>): Promise<void> {
  await tabTo(desk.page, "登记单价");
  await keys("Enter");
  await keysAt(desk.page, "品名（服务）");
  await desk.page.keyboard.type("展板");
  for (const [name, text] of Object.entries(fields)) await fillIn(desk.page, name, text);
  await keys("Control+Enter");
  await desk.closed();
}

describe("an agreed price", () => {
  it("changes in mid-term: the one before it ends on the day before", async () => {
    await desk.openContract(asNeeded);
    await price({ 单位: "块", "单价（元）": "80" });
    await price({ 单位: "块", "单价（元）": "90", 有效期起: "2022.8.1" });
    const prices = (await desk.contractNamed(asNeeded)).prices.filter(({ name }) => name === "展板");
    expect(prices.map((row) => [row.unitPrice, row.validFrom, row.validTo]).toSorted()).toEqual([
      ["80", null, "2022-07-31"],
      ["90", "2022-08-01", null],
    ]);
  });

  it("goes once that was asked, and comes back by the last step taken back", async () => {
    const prices = async () =>
      (await desk.contractNamed(asNeeded)).prices.filter(({ name }) => name === "展板").length;
    await tabTo(desk.page, "删除 展板");
    await keys("Enter");
    await desk.dialog().getByText("删除后，“展板”的单价").waitFor();
    await keys("Escape");
    await desk.closed();
    await keysAt(desk.page, "删除 展板");
    expect(await prices()).toBe(2);
    await keys("Enter");
    await keysAt(desk.page, "删除$");
    await keys("Enter");
    await desk.closed();
    await expect.poll(prices).toBe(1);
    await keys("Control+z");
    await keysAt(desk.page, "撤销");
    await keys("Enter");
    await desk.closed();
    await expect.poll(prices).toBe(2);
  });
});

/** Reason asked for and given, in the dialog that has opened. */
async function voidFor(reason: string): Promise<void> {
  await keysAt(desk.page, "作废原因");
  await keys("Control+Enter");
  await desk.dialog().getByText("请写明作废原因，至少两个字。").waitFor();
  await desk.page.keyboard.type(reason);
  await keys("Control+Enter");
  await desk.closed();
}

async function openFirst(list: string | RegExp, text: string): Promise<void> {
  await desk.page.getByRole("grid", { name: list }).first().waitFor();
  await keys("Control+f", "Control+a");
  await desk.page.keyboard.insertText(text);
  await desk.page.getByText(/^1 \/ \d+ \S+$/).waitFor();
  await keys("ArrowDown", "ArrowDown", "Enter");
  await desk.page.getByRole("heading", { name: text }).first().waitFor();
  await keys("F6");
}

/** From the menu of the record that is open: its arrows lead to 作废. */
async function voidFromMenu(): Promise<void> {
  await tabTo(desk.page, "更多");
  await keys("Enter");
  await keysAt(desk.page, "调整付款计划");
  await keys("ArrowUp");
  await expect.poll(() => focusedName(desk.page)).toContain("作废");
  await keys("Enter");
}

describe("what was entered by mistake", () => {
  it("is a vendor, voided with a reason", async () => {
    await command(desk.page, "前往供应商", /前往供应商/);
    await tabTo(desk.page, "新增供应商");
    await keys("Enter");
    await desk.dialog().waitFor();
    await desk.page.keyboard.type("上海误登有限公司");
    await keys("Control+Enter");
    await desk.closed();
    await openFirst("供应商", "上海误登有限公司");
    await tabTo(desk.page, "作废");
    await keys("Enter");
    await voidFor("登记重复");
    expect((await desk.held("vendors.list", {})).some(({ name }) => name === "上海误登有限公司")).toBe(false);
  });

  it("is a contract nothing was paid for", async () => {
    const { contract } = await desk.contractNamed(asNeeded);
    const { contract: free } = await desk.held("contracts.renew", {
      fromId: contract.id,
      contract: {
        ...(await desk.held("contracts.proposeNext", { id: contract.id, kind: "renewal" })),
        contractNo: "GFL-2022-099",
        startDate: isoDate("2022-09-01"),
        endDate: isoDate("2022-12-31"),
      },
    });
    await keys("F5");
    await desk.openContract(free.contractNo);
    // The list hears of the contract only now; whoever is in its pane already keeps the keys.
    await voidFromMenu();
    await voidFor("合同没有签成");
    expect((await desk.held("contracts.list", scope)).some(({ id }) => id === free.id)).toBe(false);
  });
});

describe("money brought forward", () => {
  it("is used first or last, as the office says", async () => {
    await command(desk.page, "前往设置", /前往设置/);
    await tabTo(desk.page, "Tab 1");
    await keys("ArrowRight", "ArrowRight", "Enter");
    const { carryOver } = await desk.held("budget.settings", {});
    const held = async () => (await desk.held("budget.settings", {})).carryOver;
    const [there, back] = carryOver === "first" ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
    await tabTo(desk.page, carryOver === "first" ? "先用" : "后用");
    await keys(there);
    await expect.poll(held).toBe(carryOver === "first" ? "last" : "first");
    await keys(back);
    await expect.poll(held).toBe(carryOver);
    // In one breath, the second while the first is being saved: the last one holds, on the screen and in the ledger.
    await keys(there, back);
    const chosen = carryOver === "first" ? "先用" : "后用";
    await expect.poll(() => desk.page.getByRole("radio", { name: chosen }).isChecked()).toBe(true);
    await keys(there, back, there);
    await expect.poll(held).toBe(carryOver === "first" ? "last" : "first");
    await keys(back);
    await expect.poll(held).toBe(carryOver);
  });
});

describe("the execution of the budget", () => {
  it("leads to its paper, which goes into a workbook", async () => {
    const file = path.join(desk.folder, "执行表.xlsx");
    await answerDialogs(desk.running.app, { save: file });
    await command(desk.page, "前往预算", /前往预算/);
    await tabTo(desk.page, "预算执行情况表");
    await keys("Enter");
    await desk.page.getByRole("article", { name: "预算执行情况表" }).waitFor();
    await tabTo(desk.page, "导出 Excel");
    await keys("Enter");
    await expect.poll(() => existsSync(file), { timeout: 15_000 }).toBe(true);
  });
});

describe("the log of changes", () => {
  it("is read step by step, and a step is taken back from there", async () => {
    await command(desk.page, "前往设置", /前往设置/);
    await tabTo(desk.page, "Tab 1");
    await keys("ArrowLeft", "Enter");
    const grid = desk.page.getByRole("grid", { name: "变更记录" });
    await grid.waitFor();
    await tabTo(desk.page, "变更记录");
    await keys("ArrowDown", "Enter");
    const [latest] = await desk.held("history.latest", { before: null, limit: 1 });
    await desk.page.getByRole("heading", { name: latest?.action ?? "" }).waitFor();
    await keys("F6");
    await tabTo(desk.page, "撤销");
    await keys("Enter");
    await desk.dialog().waitFor();
    await keysAt(desk.page, "撤销");
    await keys("Enter");
    await desk.closed();
    const [, undone] = await desk.held("history.latest", { before: null, limit: 2 });
    expect(undone).toMatchObject({ seq: latest?.seq, undone: true });
  });

  it("leaves nothing on the page to complain about", () => {
    expect(desk.complaints).toEqual([]);
  });
});
