import { readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerDialogs } from "./support/answerDialogs.ts";
import { command, fillIn, press, scan, tabTo } from "./support/keyboard.ts";
import { openSampleOffice, type SampleOffice } from "./support/sampleOffice.ts";

/** What happens to an invoice after it came in: by a scanner and by keyboard alone, in the real window. */
let office: SampleOffice;
let page: Page;

beforeAll(async () => {
  office = await openSampleOffice();
  page = office.page;
});
afterAll(() => office.end());

const shots = process.env.JINGFEI_SHOTS;
const shot = async (name: string) => {
  if (shots !== undefined) await page.screenshot({ path: path.join(shots, `${name}.png`) });
};
const seen = (text: string | RegExp) => page.getByText(text).first().waitFor();
const detail = () => page.getByRole("complementary");

/** A code is scanned while no field has the keys. */
async function scanned(text: string): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await scan(page, text);
}

describe("a scanner", () => {
  it("finds the invoice of a ticket from anywhere on the page, and holds it against the ledger", async () => {
    await press(page, "Control+5");
    await page.getByRole("grid", { name: /^发票/ }).waitFor();
    const [first] = await office.held("invoices.list", { fiscalYear: 2022 });
    if (first === undefined) throw new Error("no invoice");
    const day = first.issueDate.replaceAll("-", "");
    const gross = (first.grossCents / 100).toFixed(2);
    await scanned(`01,32,,${first.number},${gross},${day},,1DD6,`);
    await detail().getByText(first.number).first().waitFor();
    await seen("扫码核对：票面与账本一致。");
    await scanned(`01,32,,${first.number},1.00,${day},,1DD6,`);
    await seen(/价税合计与票面不一致/);
    await shot("scan-found");
  });

  it("begins the entry of a ticket that is not there, and the keyboard finishes it", async () => {
    await scanned("01,32,,22312000000000777777,1060.00,20220615,,1DD6,");
    await office.dialog().getByText("账本中没有这张发票").waitFor();
    await shot("scan-draft");
    await fillIn(page, "销方名称", "上海某某劳务有限公司");
    await fillIn(page, "税额", "60");
    await tabTo(page, "价税合计");
    await shot("manual-filled");
    await press(page, "Control+Enter");
    await seen("发票 22312000000000777777 已登记");
    await office.closed();
    await detail().getByText("手工登记").first().waitFor();
    const invoices = await office.held("invoices.list", { fiscalYear: 2022 });
    expect(invoices.find(({ number }) => number === "22312000000000777777")).toMatchObject({
      grossCents: 106_000,
    });
    await shot("manual-saved");
  });

  it("is not mistaken for a person, nor a person for it", async () => {
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await page.keyboard.type("22312000000000777777", { delay: 90 });
    await press(page, "Enter");
    expect(await page.getByText("扫码核对").count()).toBe(0);
  });
});

describe("a ticket entered by hand", () => {
  it("is refused when its number is there, with the way to it; 财政电子票据 need the amount alone", async () => {
    await command(page, "sgdj", /手工登记发票/);
    await office.dialog().getByText("手工登记发票").first().waitFor();
    await fillIn(page, "号码", "22312000000000777777");
    await fillIn(page, "开票日期", "20220615");
    await fillIn(page, "销方名称", "上海某某劳务有限公司");
    await fillIn(page, "税额", "60");
    await fillIn(page, "价税合计", "1060");
    await press(page, "Control+Enter");
    await office
      .dialog()
      .getByText(/已在账本中（上海某某劳务有限公司/)
      .waitFor();
    await shot("manual-double");
    await tabTo(page, "打开已有的那一张", "Shift+Tab");
    await press(page, "Enter");
    await office.dialog().getByText("还没有保存").waitFor();
    await tabTo(page, "离开");
    await press(page, "Enter");
    await office.closed();
    await detail().getByText("22312000000000777777").first().waitFor();
  });
});

describe("a later export", () => {
  it("raises an alarm on the invoice that was paid and then taken back, and leads to the payment", async () => {
    const [name = ""] = readdirSync(office.folder).filter((file) => file.endsWith(".xlsx"));
    await answerDialogs(office.running.app, { open: path.join(office.folder, name) });
    await press(page, "Control+i");
    await page.getByRole("button", { name: /选择文件$/ }).press("Enter");
    await page.getByRole("button", { name: /^导入 12 张/ }).waitFor();
    await tabTo(page, "导入 12 张");
    await press(page, "Enter");
    await page.getByRole("heading", { name: "已导入 12 张发票" }).waitFor();
    await page
      .getByRole("alert")
      .getByText(/已付款4,012.00元，后来状态变为/)
      .waitFor();
    await shot("import-result");
    await command(page, "22312000000071204415", /22312000000071204415/);
    const alarm = detail().getByRole("alert");
    await alarm.getByText(/已付款4,012.00元，后来状态变为“已红冲-全额”/).waitFor();
    await alarm.getByText(/追回4,012.00元.*登记退款.*换票/).waitFor();
    await detail().getByText("红字发票").first().waitFor();
    await shot("alarm-invoice");
    await press(page, "F6");
    await tabTo(page, "FK-2022-0015");
    await press(page, "Enter");
    await detail().getByText("FK-2022-0015").first().waitFor();
    await seen(/已付款发票22312000000071204415状态变为/);
    await shot("alarm-payment");
  });

  it("is listed with all red and void invoices, and with the batch that brought it", async () => {
    await press(page, "Control+5");
    await page.getByText("红冲作废").first().click();
    await seen("已用于付款，后来红冲、作废　2 张");
    await seen("红字与蓝字　2 组");
    await shot("relations");
    await page.getByText("导入批次").first().click();
    await page.getByRole("grid", { name: "导入批次" }).waitFor();
    await page.getByText("示例_全量发票查询导出结果.xlsx").first().click();
    await seen(/正常.*→ 已红冲-全额/);
    await shot("batch");
    await press(page, "Control+1");
    await seen("已用于付款的发票被红冲、作废");
    await shot("workbench");
    expect(office.complaints).toEqual([]);
  });
});
