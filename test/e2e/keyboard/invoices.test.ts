import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command, fillIn, keysAt, press, slowed, tabTo } from "../support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "../support/sampleOffice.ts";

/** What is done with one invoice by hand: entered, changed, held against its blue one, voided; by keyboard alone. */
let office: SampleOffice;
let page: Page;

beforeAll(async () => {
  office = await openSampleOffice();
  page = office.page;
});

afterAll(() => office.end());

const blue = "22312000000000888801";
const red = "22312000000000888802";
const detail = () => page.getByRole("complementary");
const seen = (text: string | RegExp) => page.getByText(text).first().waitFor();

async function held(number: string) {
  const row = (await office.held("invoices.list", { fiscalYear: null })).find(
    (each) => each.number === number,
  );
  return row === undefined ? undefined : (await office.held("invoices.get", { id: row.id })).invoice;
}

/** Begins the entry of a ticket, with all but its amounts. */
async function begin(number: string): Promise<void> {
  await command(page, "sgdj", /手工登记发票/);
  await office.dialog().getByText("手工登记发票").first().waitFor();
  await fillIn(page, "号码", number);
  await fillIn(page, "开票日期", "20220615");
  await fillIn(page, "销方名称", "上海某某劳务有限公司");
  await fillIn(page, "税额", number === red ? "-3" : "60");
  await fillIn(page, "价税合计", number === red ? "-53" : "1060");
}

/** The menu of what is seldom done, in the open detail. */
async function choose(item: RegExp): Promise<void> {
  await press(page, "F6");
  await tabTo(page, "更多操作");
  await press(page, "Enter");
  const items = page.getByRole("menuitem");
  await items.first().waitFor();
  const wanted = (await items.allTextContents()).findIndex((text) => item.test(text));
  const active = page.locator(".ant-dropdown-menu-item-active");
  await active.waitFor();
  for (let step = 0; step < wanted; step += 1) await press(page, "ArrowDown");
  await active.filter({ hasText: item }).waitFor();
  await press(page, "Enter");
}

describe("an invoice entered by hand", () => {
  it("is saved", async () => {
    await begin(blue);
    await press(page, "Control+Enter");
    await office.closed();
    await detail().getByRole("heading", { name: blue }).waitFor();
    expect(await held(blue)).toMatchObject({ grossCents: 106_000, netCents: 100_000, entry: "manual" });
  });

  it("is changed: its amounts and its remark", async () => {
    await choose(/修改/);
    await office.dialog().getByText(`修改发票 ${blue}`).waitFor();
    await tabTo(page, "价税合计");
    await press(page, "Control+a");
    await page.keyboard.type("2120");
    await tabTo(page, "不含税金额", "Shift+Tab");
    await press(page, "Control+a");
    await page.keyboard.type("2000");
    await tabTo(page, "税额");
    await press(page, "Control+a");
    await page.keyboard.type("120");
    await fillIn(page, "备注", "补开第二季度");
    await press(page, "Control+Enter");
    await seen("发票已保存");
    await office.closed();
    expect(await held(blue)).toMatchObject({
      grossCents: 212_000,
      netCents: 200_000,
      taxCents: 12_000,
      remark: "补开第二季度",
    });
  });
});

describe("a red invoice that does not say what it takes back", () => {
  it("is entered with amounts below zero", async () => {
    await begin(red);
    await tabTo(page, "红字发票");
    await press(page, " ");
    await press(page, "Control+Enter");
    await office.closed();
    await detail().getByText("没有写明冲的是哪一张，可付金额还没有扣减。").waitFor();
    expect(await held(red)).toMatchObject({ isRed: 1, grossCents: -5_300, blueNumber: null });
  });

  it("is given its blue one by hand, and what may be paid on that is less by it", async () => {
    await press(page, "F6");
    await tabTo(page, "填写蓝字号码");
    await press(page, "Enter");
    await keysAt(page, "蓝字发票号码");
    await page.keyboard.type(blue);
    await press(page, "Enter");
    await seen("已对应到蓝字发票");
    expect(await held(red)).toMatchObject({ blueNumber: blue });
    expect(await held(blue)).toMatchObject({ payableCents: 206_700 });
  });

  it("is taken from it again", async () => {
    await press(page, "F6");
    await tabTo(page, "取消对应");
    await press(page, "Enter");
    await seen("已取消对应");
    expect(await held(blue)).toMatchObject({ payableCents: 212_000 });
  });
});

describe("an invoice that one has in one's hand", () => {
  it("is found from any page: the box for its code has the keys", async () => {
    await press(page, "Control+3");
    await page.getByRole("grid", { name: "合同 2022" }).waitFor();
    await command(page, "smczfp", /扫码查找发票/);
    await keysAt(page, "扫码或输入发票号码");
    await page.keyboard.insertText(red);
    await press(page, "Enter");
    await detail().getByRole("heading", { name: red }).waitFor();
  });
});

describe("an invoice whose number one knows", () => {
  it("is opened from the palette, however soon Enter comes", async () => {
    await press(page, "Control+3");
    await page.getByRole("grid", { name: "合同 2022" }).waitFor();
    await slowed(page, 10, async () => {
      await press(page, "Control+k");
      await page.getByRole("listbox", { name: "命令" }).waitFor();
      await page.keyboard.insertText(red);
      await press(page, "Enter");
      await detail().getByRole("heading", { name: red }).waitFor();
    });
  });
});

describe("an invoice that should not be here", () => {
  it("is voided with a reason, and the list goes on without it", async () => {
    await detail().getByRole("heading", { name: red }).waitFor();
    await choose(/作废登记/);
    await keysAt(page, "作废原因");
    await page.keyboard.type("登记错了");
    await press(page, "Control+Enter");
    await office.closed();
    await detail().waitFor({ state: "detached" });
    expect(await held(red)).toBeUndefined();
    expect(await page.getByRole("grid").getByText(red).count()).toBe(0);
    expect(office.complaints).toEqual([]);
  });
});
